package io.bellwether.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.schedule.Recurrence.Monthly;
import io.bellwether.core.schedule.Recurrence.MonthlyWeekday;
import io.bellwether.core.schedule.Recurrence.Weekly;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LocalScheduleTest {

    private static final Recurrence DAILY = new Weekly(EnumSet.allOf(DayOfWeek.class));

    @ParameterizedTest(name = "{0} {1} after {2}")
    @CsvSource({
        // The clocks jump over the reading: as much later as they jump.
        "America/New_York, 02:30, 2026-03-08T05:00:00Z, 2026-03-08T07:30:00Z",
        "Europe/Berlin,    02:30, 2026-03-28T23:00:00Z, 2026-03-29T01:30:00Z",
        // They show it twice: the first counts, and it comes once.
        "America/New_York, 01:30, 2026-11-01T04:00:00Z, 2026-11-01T05:30:00Z",
        "America/New_York, 01:30, 2026-11-01T05:30:00Z, 2026-11-02T06:30:00Z",
        // The reading stays, whatever the offset is.
        "Europe/Berlin,    08:00, 2026-03-28T12:00:00Z, 2026-03-29T06:00:00Z",
        "Europe/Berlin,    08:00, 2026-10-24T12:00:00Z, 2026-10-25T07:00:00Z",
        "Asia/Kolkata,     08:00, 2026-11-22T02:30:00Z, 2026-11-23T02:30:00Z",
        // The place skipped the 30th: that day's report and the next day's are one.
        "Pacific/Apia,     08:00, 2011-12-29T18:00:00Z, 2011-12-30T18:00:00Z",
    })
    void comesAtTheReadingOfTheClocksOfThePlace(String zone, LocalTime at, Instant time, Instant expected) {
        LocalSchedule schedule = new LocalSchedule(ZoneId.of(zone), DAILY, at);

        assertThat(schedule.after(time)).isEqualTo(expected);
        assertThat(schedule.atOrBefore(expected)).isEqualTo(expected);
        assertThat(schedule.atOrBefore(expected.minusMillis(1))).isBeforeOrEqualTo(time);
    }

    @Test
    void comesOnTheDaysOfTheWeekOfThePlace() {
        LocalSchedule mondays = new LocalSchedule(
                ZoneId.of("Pacific/Auckland"), new Weekly(Set.of(DayOfWeek.MONDAY)), LocalTime.of(8, 0));

        assertThat(mondays.after(Instant.parse("2026-11-22T10:00:00Z")))
                .isEqualTo("2026-11-22T19:00:00Z")
                .satisfies(monday -> assertThat(mondays.after(monday)).isEqualTo("2026-11-29T19:00:00Z"));
    }

    @Test
    void rareDaysAreFoundToo() {
        ZoneId utc = ZoneId.of("UTC");
        Instant february = Instant.parse("2026-02-01T00:00:00Z");

        assertThat(new LocalSchedule(utc, new Monthly(-1), LocalTime.NOON).after(february))
                .isEqualTo("2026-02-28T12:00:00Z");
        assertThat(new LocalSchedule(utc, new Monthly(31), LocalTime.NOON).after(february))
                .isEqualTo("2026-03-31T12:00:00Z");
        assertThat(new LocalSchedule(utc, new MonthlyWeekday(5, DayOfWeek.MONDAY), LocalTime.NOON).atOrBefore(february))
                .isEqualTo("2025-12-29T12:00:00Z");
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 200).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsDueBetweenATimeAndTheNext(int seed) {
        Random random = new Random(seed);
        List<String> zones = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
        LocalSchedule schedule = new LocalSchedule(
                ZoneId.of(zones.get(random.nextInt(zones.size()))),
                random.nextBoolean() ? DAILY : new Monthly(1 + random.nextInt(31)),
                LocalTime.ofSecondOfDay(random.nextInt(86_400)));
        Instant time = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
        for (int step = 0; step < 20; step++) {
            Instant next = schedule.after(time);
            assertThat(next).isAfter(time);
            assertThat(schedule.atOrBefore(next)).isEqualTo(next);
            Instant between = time.plus(Duration.ofMillis(
                    random.nextLong(Duration.between(time, next).toMillis())));
            assertThat(schedule.after(between)).isEqualTo(next);
            time = next;
        }
    }
}
