package io.bellwether.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.core.slo.Span;
import io.bellwether.platform.Problem;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkTest {

    private static final Span YEAR = span("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");

    @Test
    void whatTakesPlaceOnceTakesAllItsTime() {
        Work work = new Work(UUID.randomUUID(), "acme", span("2026-03-01T10:00:00Z", "2026-03-01T12:00:00Z"), null);

        assertThat(work.within(YEAR)).containsExactly(work.whole());
        assertThat(work.goesOn(Instant.parse("2026-03-01T10:00:00Z"))).isTrue();
        assertThat(work.goesOn(Instant.parse("2026-03-01T12:00:00Z"))).isFalse();
    }

    @Test
    void whatComesBackStaysInItsTime() {
        Work nights = weekly("2026-03-02T22:30:00Z", "2026-03-09T22:30:00Z", "UTC", "22:00", "02:00");

        assertThat(nights.within(YEAR))
                .containsExactly(
                        span("2026-03-02T22:30:00Z", "2026-03-03T02:00:00Z"),
                        span("2026-03-09T22:00:00Z", "2026-03-09T22:30:00Z"));
        assertThat(nights.goesOn(Instant.parse("2026-03-02T22:15:00Z"))).isFalse();
        assertThat(nights.goesOn(Instant.parse("2026-03-03T01:59:00Z"))).isTrue();
    }

    /** Where the clocks jump over 02:30 the window begins at 03:30; where they show it twice it lasts an hour longer. */
    @Test
    void theClocksOfThePlaceDecide() {
        Work sundays = new Work(UUID.randomUUID(), "acme", YEAR, recurring("Europe/Berlin", "02:30", "04:00"));

        assertThat(sundays.within(span("2026-03-28T00:00:00Z", "2026-03-30T00:00:00Z")))
                .containsExactly(span("2026-03-29T01:30:00Z", "2026-03-29T02:00:00Z"));
        assertThat(sundays.within(span("2026-10-24T00:00:00Z", "2026-10-26T00:00:00Z")))
                .containsExactly(span("2026-10-25T00:30:00Z", "2026-10-25T03:00:00Z"));
    }

    @Test
    void theSecondTuesdayIsOneDayOfEachMonth() {
        Work patches = new Work(
                UUID.randomUUID(),
                "acme",
                YEAR,
                new Recurring("UTC", Set.of(DayOfWeek.TUESDAY), 2, null, LocalTime.of(20, 0), LocalTime.of(22, 0)));

        assertThat(patches.within(YEAR)).hasSize(12).contains(span("2026-11-10T20:00:00Z", "2026-11-10T22:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            Europe/Berlin, -,       -, -,  /recurrence/days
            Europe/Berlin, TUESDAY, -, 3,  /recurrence/days
            Europe/Berlin, TUESDAY, 0, -,  /recurrence/week
            Europe/Berlin, -,       2, 3,  /recurrence/week
            Europe/Berlin, -,       -, 0,  /recurrence/dayOfMonth
            """)
    void whatMakesNoSenseIsNamed(
            String zone,
            @Nullable DayOfWeek day,
            @Nullable Integer week,
            @Nullable Integer dayOfMonth,
            String pointer) {
        Recurring recurring = new Recurring(
                zone, day == null ? null : Set.of(day), week, dayOfMonth, LocalTime.of(1, 0), LocalTime.of(2, 0));

        assertThatThrownBy(() -> recurring.check("/recurrence"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().getFirst().pointer())
                                .isEqualTo(pointer));
    }

    private static Work weekly(String from, String to, String zone, String begin, String end) {
        return new Work(
                UUID.randomUUID(),
                "acme",
                span(from, to),
                new Recurring(
                        zone, Set.of(DayOfWeek.MONDAY), null, null, LocalTime.parse(begin), LocalTime.parse(end)));
    }

    private static Recurring recurring(String zone, String begin, String end) {
        return new Recurring(zone, Set.of(DayOfWeek.SUNDAY), null, null, LocalTime.parse(begin), LocalTime.parse(end));
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }
}
