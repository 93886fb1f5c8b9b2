package io.bellwether.core.alert.mute;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.schedule.LocalWindow;
import io.bellwether.core.schedule.Recurrence.Weekly;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static final QuietHours NIGHTS = new QuietHours(List.of(window(ALL, "22:00", "08:00")));

    @ParameterizedTest(name = "at {0} until {1}")
    @CsvSource({
        "2026-06-10T22:00-04:00, 2026-06-11T08:00-04:00",
        "2026-06-11T03:00-04:00, 2026-06-11T08:00-04:00",
        "2026-03-08T01:59-05:00, 2026-03-08T08:00-04:00",
        "2026-11-01T01:30-05:00, 2026-11-01T08:00-05:00"
    })
    void lastsUntilTheMorning(OffsetDateTime now, OffsetDateTime end) {
        assertThat(NIGHTS.until(now.toInstant())).contains(end.toInstant());
    }

    @Test
    void itIsNotQuietByDay() {
        assertThat(NIGHTS.until(time("2026-06-11T08:00-04:00"))).isEmpty();
        assertThat(NIGHTS.until(time("2026-06-11T21:59-04:00"))).isEmpty();
        assertThat(new QuietHours(List.of()).until(time("2026-06-11T21:59-04:00")))
                .isEmpty();
    }

    @Test
    void windowsThatTouchAreOneQuietTime() {
        QuietHours quiet = new QuietHours(List.of(window(ALL, "22:00", "08:00"), window(WEEKEND, "08:00", "22:00")));

        // From Friday evening, 12 June 2026, to Monday morning.
        assertThat(quiet.until(time("2026-06-12T23:00-04:00"))).contains(time("2026-06-15T08:00-04:00"));
    }

    @Test
    void nothingWaitsForEver() {
        QuietHours always = new QuietHours(List.of(window(ALL, "00:00", "00:00")));
        Instant now = time("2026-06-12T23:00-04:00");

        assertThat(always.until(now)).contains(now.plus(QuietHours.LONGEST));
    }

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, vendor-down, true",
        "WARNING, vendor-slow, false",
        "INFO, vendor-slow, false",
        "WARNING, breach, true",
        "INFO, notice-deadline, true"
    })
    void someThingsCannotWait(Severity severity, String rule, boolean pierces) {
        assertThat(QuietHours.pierces(severity, rule)).isEqualTo(pierces);
    }

    @Test
    void itIsQuietAllTheTimeUntilTheEndAndNotThen() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 2_000; round++) {
            QuietHours quiet = new QuietHours(List.of(any(random), any(random)));
            Instant now = Instant.ofEpochSecond(random.nextLong(1_750_000_000L, 1_850_000_000L));

            quiet.until(now).ifPresent(end -> {
                Duration length = Duration.between(now, end);
                Instant within = now.plusMillis(random.nextLong(length.toMillis()));
                assertThat(quiet.until(within).orElseThrow()).isAfterOrEqualTo(end);
                if (length.compareTo(QuietHours.LONGEST) < 0) {
                    assertThat(quiet.until(end)).as("%s at %s", quiet, end).isEmpty();
                }
            });
        }
    }

    private static LocalWindow any(SplittableRandom random) {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)));
        LocalTime from = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
        return new LocalWindow(NEW_YORK, new Weekly(days), from, from.plusMinutes(15L * random.nextInt(96)));
    }

    private static LocalWindow window(Set<DayOfWeek> days, String from, String to) {
        return new LocalWindow(NEW_YORK, new Weekly(days), LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
