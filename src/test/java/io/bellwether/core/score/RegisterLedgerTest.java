package io.bellwether.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegisterLedgerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest(name = "{0} {1}: {2} points")
    @CsvSource({
        "company-insolvency, INSOLVENT, 95",
        "company-insolvency, ARRANGEMENT, 60",
        "company-insolvency, RECEIVER, 45",
        "company-insolvency, SOLVENT_LIQUIDATION, 0",
        "company-insolvency, NONE, 0",
        "company-insolvency, UNKNOWN, 0",
        "company-status, ACTIVE, 0",
        "company-status, LIQUIDATION, 0",
        "company-status, DISSOLVED, 70",
        "company-status, REMOVED, 70",
        "company-status, CONVERTED_CLOSED, 0",
        "company-strike-off, PROPOSED, 50",
        "company-strike-off, NONE, 0",
        "company-accounts, OVERDUE, 20",
        "company-accounts, IN_TIME, 0",
        "company-accounts, UNKNOWN, 0",
        "company-confirmation, OVERDUE, 8",
        "company-floating-charge, NEW, 12",
        "company-floating-charge, NONE, 0",
        "company-directors, SEVERAL_LEFT, 8",
        "company-directors, STEADY, 0",
        "company-accounts-type, DOWNGRADED, 6",
        "company-accounts-date, SHORTENED, 6",
        "legal-entity-status, INACTIVE, 60",
        "legal-entity-status, MERGED, 0",
        "legal-entity-status, UNKNOWN, 0",
        "legal-entity-proceedings, INSOLVENCY, 95",
        "legal-entity-proceedings, LIQUIDATION, 60",
        "legal-entity-proceedings, ARRANGEMENT, 60",
        "legal-entity-registration, LAPSED, 4",
        "legal-entity-registration, RETIRED, 0",
        "legal-entity-registration, ISSUED, 0",
        "legal-entity-name, LAPSED, 0",
        "entity-insolvency, PARENT, 20",
        "entity-insolvency, GUARANTOR, 20",
        "entity-insolvency, CONTRACTING, 0",
        "something-else, OVERDUE, 0"
    })
    void weighsWhatARegisterSays(String signal, String value, int points) {
        assertThat(score(state(signal, value))).isEqualTo(100 - points);
    }

    @ParameterizedTest(name = "accounts overdue for {0} days: {1} points")
    @CsvSource({"0, 20", "1, 20", "29, 20", "30, 25", "60, 30", "150, 45", "3000, 45", "-5, 20"})
    void overdueAccountsWeighMoreEachMonth(long days, int points) {
        RegisterState overdue = new RegisterState(
                "company-accounts", "OVERDUE", NOW.minus(Duration.ofDays(days)), "https://register/1");

        assertThat(score(overdue)).isEqualTo(100 - points);
    }

    @Test
    void aLapsedRegistrationWeighsMoreBesideAnotherSign() {
        RegisterState lapsed = state("legal-entity-registration", "LAPSED");

        assertThat(RegisterLedger.of(List.of(lapsed, state("company-confirmation", "OVERDUE")), NOW))
                .extracting(entry -> entry.state().signal(), RegisterLedger.Entry::points)
                .containsExactly(tuple("legal-entity-registration", 10.0), tuple("company-confirmation", 8.0));
        assertThat(score(lapsed, state("company-confirmation", "IN_TIME"))).isEqualTo(96);
    }

    @Test
    void nothingIsLeftOfAStateThatHasEnded() {
        assertThat(score(state("company-accounts", "OVERDUE"))).isEqualTo(80);
        assertThat(score(state("company-accounts", "IN_TIME"))).isEqualTo(100);
    }

    @Test
    void addsToWhatFilingsTake() {
        List<FilingEvent> filings = List.of(FilingLedgerTest.filing("filing-8k-3.01", "2026-11-23"));

        DimensionScore score =
                FinancialScore.of(filings, List.of(state("company-accounts", "OVERDUE")), null, NOW, NOW);

        assertThat(score.score()).isEqualTo(55);
        assertThat(score.drivers())
                .extracting(Driver::signal, Driver::contribution, Driver::source)
                .containsExactly(
                        tuple("filing-8k-3.01", 25, filings.getFirst().source()),
                        tuple("company-accounts", 20, "https://register/company-accounts"));
    }

    @ParameterizedTest(name = "{0} {1} alone: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "company-insolvency, INSOLVENT, 5",
                "company-status, DISSOLVED, 30",
                "legal-entity-status, INACTIVE, 40",
                "legal-entity-proceedings, LIQUIDATION, 40",
                "company-strike-off, PROPOSED, -",
                "company-accounts, OVERDUE, -",
                "legal-entity-registration, LAPSED, -",
                "legal-entity-status, ACTIVE, -"
            })
    void onlyGraveStatesCountWhereNoFilingsAreRead(String signal, String value, Integer expected) {
        DimensionScore score = FinancialScore.of(List.of(), List.of(state(signal, value)), null, null, NOW);

        assertThat(score.score()).isEqualTo(expected);
        assertThat(score.confidence()).isEqualTo(expected == null ? 0 : 0.7);
    }

    @Test
    void whoCannotPayIsInsolventAndWhoEndsIsNot() {
        assertThat(RegisterLedger.insolvent(List.of(state("company-insolvency", "INSOLVENT"))))
                .isTrue();
        assertThat(RegisterLedger.insolvent(List.of(state("company-insolvency", "ARRANGEMENT"))))
                .isTrue();
        assertThat(RegisterLedger.insolvent(List.of(state("legal-entity-proceedings", "INSOLVENCY"))))
                .isTrue();
        assertThat(RegisterLedger.insolvent(List.of(
                        state("company-insolvency", "SOLVENT_LIQUIDATION"),
                        state("company-insolvency", "RECEIVER"),
                        state("company-status", "DISSOLVED"),
                        state("legal-entity-proceedings", "LIQUIDATION"))))
                .isFalse();
    }

    @RepeatedTest(100)
    void oneMoreRiskNeverRaisesTheScoreAndDriversAddUp(RepetitionInfo repetition) {
        List<RegisterWeight> risks = new ArrayList<>(RegisterWeights.all());
        Collections.shuffle(risks, new Random(repetition.getCurrentRepetition()));
        List<RegisterState> states = new ArrayList<>();
        int before = 100;
        for (RegisterWeight risk : risks) {
            states.add(state(risk.signal(), risk.value()));
            DimensionScore score = FinancialScore.of(List.of(), states, null, NOW, NOW);
            assertThat(score.score()).isLessThanOrEqualTo(before);
            assertThat(score.drivers().stream().mapToInt(Driver::contribution).sum())
                    .isEqualTo(100 - score.score());
            before = score.score();
        }
    }

    @ParameterizedTest
    @MethodSource("weights")
    void thePageOfScoresListsTheWeight(RegisterWeight weight) throws IOException {
        String points = "%.0f".formatted(weight.points())
                + (weight.most() > weight.points() ? ", up to %.0f".formatted(weight.most()) : "");

        assertThat(Files.readString(Path.of("docs/scores.md")))
                .contains("| `%s` | `%s` | %s | %s | %s |"
                        .formatted(weight.signal(), weight.value(), points, weight.name(), weight.rationale()));
    }

    static List<RegisterWeight> weights() {
        return RegisterWeights.all();
    }

    private static int score(RegisterState... states) {
        return FinancialScore.of(List.of(), List.of(states), null, NOW, NOW).score();
    }

    static RegisterState state(String signal, String value) {
        return new RegisterState(signal, value, NOW, "https://register/" + signal);
    }
}
