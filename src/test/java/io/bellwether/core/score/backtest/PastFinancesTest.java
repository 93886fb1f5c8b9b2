package io.bellwether.core.score.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.RegisterState;
import io.bellwether.core.score.StatementRisk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nothing counts before it was known. */
class PastFinancesTest {

    private static final LocalDate LAST = LocalDate.parse("2024-06-30");

    @Test
    void anEventCountsFromTheDayOnWhichItBecameKnown() {
        PastFinances past = new PastFinances(
                List.of(
                        event("filing-10-k", "2024-01-10T09:00:00Z", "2024-01-10T09:00:00Z"),
                        event("filing-8k-3.01", "2024-02-01T23:59:00Z", "2024-02-01T23:59:00Z"),
                        event("filing-8k-2.04", "2024-02-01T00:00:00Z", "2024-03-05T00:00:00Z")),
                List.of(),
                List.of());

        assertThat(score(past, "2024-01-31")).isEqualTo(100);
        assertThat(score(past, "2024-02-01")).isEqualTo(75);
        assertThat(score(past, "2024-03-04")).isBetween(75, 80);
        assertThat(score(past, "2024-03-05")).isLessThan(50);
    }

    @Test
    void whatWasWithdrawnCountsUntilThen() {
        PastFinances past = new PastFinances(
                List.of(
                        event("filing-10-k", "2024-01-10T09:00:00Z", "2024-01-10T09:00:00Z"),
                        event(
                                "filing-overdue",
                                "2024-02-01T09:00:00Z",
                                "2024-02-01T09:00:00Z",
                                "2024-02-20T12:00:00Z")),
                List.of(),
                List.of());

        assertThat(score(past, "2024-01-31")).isEqualTo(100);
        assertThat(score(past, "2024-02-19")).isEqualTo(70);
        assertThat(score(past, "2024-02-20")).isEqualTo(100);
    }

    @Test
    void aStateCountsWhileTheRegisterWasSeenToSaySo() {
        PastFinances past = new PastFinances(
                List.of(event("filing-10-k", "2024-01-10T09:00:00Z", "2024-01-10T09:00:00Z")),
                List.of(state("company-strike-off", "PROPOSED", "2024-02-05T12:00:00Z", "2024-02-20T12:00:00Z")),
                List.of());

        assertThat(score(past, "2024-02-04")).isEqualTo(100);
        assertThat(score(past, "2024-02-05")).isEqualTo(50);
        assertThat(score(past, "2024-02-19")).isEqualTo(50);
        assertThat(score(past, "2024-02-20")).isEqualTo(100);
    }

    @Test
    void statementsCountFromTheDayTheyWereFiledUntilTheNext() {
        PastFinances past = new PastFinances(
                List.of(event("filing-10-k", "2024-01-10T09:00:00Z", "2024-01-10T09:00:00Z")),
                List.of(),
                List.of(risk("2024-02-10", 100.0), risk("2024-04-10", null), risk("2024-05-10", 80.0)));

        assertThat(score(past, "2024-02-09")).isEqualTo(100);
        assertThat(score(past, "2024-02-10")).isEqualTo(60);
        assertThat(score(past, "2024-04-10")).isEqualTo(100);
        assertThat(score(past, "2024-06-20")).isEqualTo(90);
    }

    @Test
    void aBankruptcyAndAnInsolvencyAreFailures() {
        PastFinances bankrupt = new PastFinances(
                List.of(
                        event("filing-10-k", "2024-01-10T09:00:00Z", "2024-01-10T09:00:00Z"),
                        event("filing-8k-1.03", "2024-02-01T09:00:00Z", "2024-02-01T09:00:00Z")),
                List.of(),
                List.of());
        PastFinances insolvent = new PastFinances(
                List.of(),
                List.of(
                        state("company-status", "ACTIVE", "2024-01-05T12:00:00Z", null),
                        state("company-insolvency", "INSOLVENT", "2024-02-05T12:00:00Z", null)),
                List.of());

        assertThat(course(bankrupt).failedOn()).isEqualTo("2024-02-01");
        assertThat(course(insolvent).failedOn()).isEqualTo("2024-02-05");
    }

    @Test
    void graveFilingsCapTheIndexAndNotTheScore() {
        PastFinances past = new PastFinances(
                List.of(
                        event("filing-10-q", "2024-02-01T09:00:00Z", "2024-02-01T09:00:00Z"),
                        event("filing-nt-10-k", "2024-03-01T09:00:00Z", "2024-03-01T09:00:00Z"),
                        event("filing-8k-3.01", "2024-03-20T09:00:00Z", "2024-03-20T09:00:00Z"),
                        event("filing-8k-2.06", "2024-03-25T09:00:00Z", "2024-03-25T09:00:00Z")),
                List.of(),
                List.of());

        assertThat(judgement(past, "2024-03-24").graveFilings()).isFalse();
        assertThat(judgement(past, "2024-03-25").graveFilings()).isTrue();
        assertThat(judgement(past, "2024-06-20").graveFilings()).isTrue();
        assertThat(judgement(past, "2024-06-20").index()).isLessThanOrEqualTo(59);
        assertThat(past.weighty(LocalDate.parse("2024-03-24")))
                .extracting(entry -> entry.event().signal())
                .containsExactly("filing-nt-10-k", "filing-8k-3.01");
    }

    @Test
    void withoutAScoreThereIsNoIndex() {
        PastFinances gone = new PastFinances(
                List.of(event("filing-15-12g", "2024-03-01T09:00:00Z", "2024-03-01T09:00:00Z")), List.of(), List.of());

        assertThat(judgement(gone, "2024-03-01").score()).isNull();
        assertThat(judgement(gone, "2024-03-01").index()).isNull();
        assertThat(course(gone).failedOn()).as("silence is no failure").isNull();
    }

    private static Integer score(PastFinances past, String day) {
        Integer score = judgement(past, day).score();
        return score == null ? -1 : score;
    }

    /** The one that held on a day. */
    private static Judgement judgement(PastFinances past, String day) {
        return course(past).judgements().stream()
                .filter(judgement -> !judgement.day().isAfter(LocalDate.parse(day)))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static Course course(PastFinances past) {
        return past.course("a", LocalDate.parse("2024-01-01"), LAST);
    }

    private static Dated<FilingEvent> event(String signal, String occurredAt, String knownAt) {
        return event(signal, occurredAt, knownAt, null);
    }

    private static Dated<FilingEvent> event(
            String signal, String occurredAt, String knownAt, @Nullable String supersededAt) {
        return new Dated<>(
                new FilingEvent(signal, occurredAt + signal, Instant.parse(occurredAt), "https://source"),
                Instant.parse(knownAt),
                supersededAt == null ? null : Instant.parse(supersededAt));
    }

    private static Dated<RegisterState> state(
            String signal, String value, String knownAt, @Nullable String supersededAt) {
        return new Dated<>(
                new RegisterState(signal, value, Instant.parse(knownAt), "https://register"),
                Instant.parse(knownAt),
                supersededAt == null ? null : Instant.parse(supersededAt));
    }

    private static DatedRisk risk(String from, @Nullable Double rank) {
        LocalDate day = LocalDate.parse(from);
        StatementRisk risk = rank == null
                ? null
                : new StatementRisk(
                        rank,
                        List.of("ni ta"),
                        day.minusDays(60),
                        day.plusYears(1),
                        Instant.parse(from + "T00:00:00Z"),
                        "https://source",
                        EvidenceTier.FILED,
                        1);
        return new DatedRisk(day, risk);
    }
}
