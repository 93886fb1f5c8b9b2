package io.bellwether.core.schedule;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.schedule.Recurrence.Weekly;
import io.bellwether.core.slo.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalWindowTest {

    private static final Weekly DAILY = new Weekly(EnumSet.allOf(DayOfWeek.class));
    private static final String NEW_YORK = "America/New_York";
    private static final String BERLIN = "Europe/Berlin";

    /** Clocks go forward on 2026-03-08 and back on 2026-11-01 in New York, on 03-29 and 10-25 in Berlin. */
    @ParameterizedTest(name = "{0} {1} to {2}, open at {3}")
    @CsvSource({
        // An ordinary day.
        "America/New_York, 09:00, 17:00, 2026-06-10T12:00-04:00, 2026-06-10T09:00-04:00, 2026-06-10T17:00-04:00",
        // Over midnight.
        "America/New_York, 22:00, 08:00, 2026-06-10T23:00-04:00, 2026-06-10T22:00-04:00, 2026-06-11T08:00-04:00",
        "America/New_York, 22:00, 08:00, 2026-06-11T07:59-04:00, 2026-06-10T22:00-04:00, 2026-06-11T08:00-04:00",
        // Nine and eleven hours long.
        "America/New_York, 22:00, 08:00, 2026-03-08T01:00-05:00, 2026-03-07T22:00-05:00, 2026-03-08T08:00-04:00",
        "America/New_York, 22:00, 08:00, 2026-11-01T07:30-05:00, 2026-10-31T22:00-04:00, 2026-11-01T08:00-05:00",
        // Begins at a reading that does not exist.
        "America/New_York, 02:30, 06:00, 2026-03-08T05:00-04:00, 2026-03-08T03:30-04:00, 2026-03-08T06:00-04:00",
        "Europe/Berlin,    02:30, 06:00, 2026-03-29T05:00+02:00, 2026-03-29T03:30+02:00, 2026-03-29T06:00+02:00",
        // Ends at one.
        "Europe/Berlin,    01:00, 02:30, 2026-03-29T03:15+02:00, 2026-03-29T01:00+01:00, 2026-03-29T03:30+02:00",
        // Begins and ends at readings that come twice.
        "America/New_York, 01:30, 06:00, 2026-11-01T01:45-04:00, 2026-11-01T01:30-04:00, 2026-11-01T06:00-05:00",
        "America/New_York, 00:00, 01:30, 2026-11-01T01:15-05:00, 2026-11-01T00:00-04:00, 2026-11-01T01:30-05:00",
        "Europe/Berlin,    02:15, 02:45, 2026-10-25T02:00+01:00, 2026-10-25T02:15+02:00, 2026-10-25T02:45+01:00",
        // A whole day of 23 hours.
        "Europe/Berlin,    00:00, 00:00, 2026-03-29T12:00+02:00, 2026-03-29T00:00+01:00, 2026-03-30T00:00+02:00",
        // Midnight itself is skipped.
        "America/Santiago, 00:00, 06:00, 2026-09-06T02:00-03:00, 2026-09-06T01:00-03:00, 2026-09-06T06:00-03:00",
        // Half an hour.
        "Australia/Lord_Howe, 02:15, 04:00, 2026-10-04T03:00+11:00, 2026-10-04T02:45+11:00, 2026-10-04T04:00+11:00"
    })
    void isOpenFromOneReadingToTheOther(
            ZoneId zone, LocalTime from, LocalTime to, OffsetDateTime time, OffsetDateTime begin, OffsetDateTime end) {
        LocalWindow window = new LocalWindow(zone, DAILY, from, to);

        assertThat(window.at(time.toInstant())).contains(new Span(begin.toInstant(), end.toInstant()));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-07T22:00-05:00, PT9H", "2026-10-31T22:00-04:00, PT11H", "2026-06-10T22:00-04:00, PT10H"})
    void quietHoursAreAsLongAsTheNight(OffsetDateTime begin, Duration length) {
        LocalWindow quiet = nightIn(NEW_YORK);

        assertThat(quiet.at(begin.toInstant()).orElseThrow().length()).isEqualTo(length);
    }

    /** From one reading to another, over days; the clocks change as above. */
    @ParameterizedTest(name = "{0} {1} to {2}")
    @CsvSource({
        "America/New_York, 2026-11-27T08:00, 2026-11-30T22:00, 2026-11-27T08:00-05:00, 2026-11-30T22:00-05:00",
        // Begins or ends at a reading that does not exist.
        "America/New_York, 2026-03-08T02:30, 2026-03-09T00:00, 2026-03-08T03:30-04:00, 2026-03-09T00:00-04:00",
        "Europe/Berlin,    2026-03-28T00:00, 2026-03-29T02:30, 2026-03-28T00:00+01:00, 2026-03-29T03:30+02:00",
        // Begins and ends at readings that come twice.
        "America/New_York, 2026-11-01T01:30, 2026-11-02T00:00, 2026-11-01T01:30-04:00, 2026-11-02T00:00-05:00",
        "America/New_York, 2026-10-31T00:00, 2026-11-01T01:30, 2026-10-31T00:00-04:00, 2026-11-01T01:30-05:00",
        "Europe/Berlin,    2026-10-25T02:15, 2026-10-25T02:15, 2026-10-25T02:15+02:00, 2026-10-25T02:15+01:00",
        // A day that a place left out.
        "Pacific/Apia,     2011-12-29T12:00, 2011-12-31T12:00, 2011-12-29T12:00-10:00, 2011-12-31T12:00+14:00"
    })
    void aSpanOfDaysIsFromOneReadingToTheOther(
            ZoneId zone, LocalDateTime from, LocalDateTime to, OffsetDateTime begin, OffsetDateTime end) {
        assertThat(LocalWindow.span(zone, from, to)).isEqualTo(new Span(begin.toInstant(), end.toInstant()));
    }

    @Test
    void aSpanThatTheJumpLeavesNothingOfIsEmpty() {
        Span span = LocalWindow.span(
                ZoneId.of(NEW_YORK), LocalDateTime.parse("2026-03-08T02:45"), LocalDateTime.parse("2026-03-08T03:05"));

        assertThat(span.length()).isZero();
    }

    @Test
    void theBeginBelongsToItAndTheEndDoesNot() {
        LocalWindow quiet = nightIn(BERLIN);

        assertThat(quiet.at(Instant.parse("2026-06-10T20:00:00Z"))).isPresent();
        assertThat(quiet.at(Instant.parse("2026-06-10T19:59:59.999Z"))).isEmpty();
        assertThat(quiet.at(Instant.parse("2026-06-11T06:00:00Z"))).isEmpty();
    }

    @Test
    void beginsOnlyOnItsDays() {
        LocalWindow weekend =
                new LocalWindow(ZoneId.of(BERLIN), new Weekly(EnumSet.of(SATURDAY, SUNDAY)), at("20:00"), at("06:00"));

        assertThat(weekend.between(Instant.parse("2026-06-08T00:00:00Z"), Instant.parse("2026-06-15T00:00:00Z")))
                .containsExactly(
                        span("2026-06-07T18:00:00Z", "2026-06-08T04:00:00Z"),
                        span("2026-06-13T18:00:00Z", "2026-06-14T04:00:00Z"),
                        span("2026-06-14T18:00:00Z", "2026-06-15T04:00:00Z"));
    }

    @Test
    void doesNotTakePlaceWhereTheJumpLeavesNothingOfIt() {
        LocalWindow window = new LocalWindow(ZoneId.of(NEW_YORK), DAILY, at("02:45"), at("03:05"));

        assertThat(window.between(Instant.parse("2026-03-08T00:00:00Z"), Instant.parse("2026-03-08T23:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW_YORK, BERLIN, "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"})
    void whatIsOpenAtATimeIsWhatIsFoundAroundIt(ZoneId zone) {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 2_000; round++) {
            LocalWindow window = new LocalWindow(
                    zone,
                    DAILY,
                    LocalTime.ofSecondOfDay(random.nextInt(86_400)),
                    LocalTime.ofSecondOfDay(random.nextInt(86_400)));
            Instant time = Instant.ofEpochSecond(random.nextLong(1_300_000_000L, 1_900_000_000L));

            List<Span> around = window.between(time, time.plusMillis(1));

            assertThat(window.at(time))
                    .as("%s at %s", window, time)
                    .isEqualTo(around.stream().reduce((_, last) -> last));
        }
    }

    private static LocalWindow nightIn(String zone) {
        return new LocalWindow(ZoneId.of(zone), DAILY, at("22:00"), at("08:00"));
    }

    private static LocalTime at(String time) {
        return LocalTime.parse(time);
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }
}
