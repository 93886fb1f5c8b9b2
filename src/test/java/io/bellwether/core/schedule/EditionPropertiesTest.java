package io.bellwether.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.schedule.Edition.Made;
import io.bellwether.core.schedule.Recurrence.Monthly;
import io.bellwether.core.schedule.Recurrence.Weekly;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader over years: nodes are down, mail is lost, he moves and changes his mind. */
class EditionPropertiesTest {

    private static final Instant SINCE = Instant.parse("2024-01-31T11:11:11Z");
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kolkata");

    static List<Integer> seeds() {
        return IntStream.range(0, 300).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theEditionsThatArriveTileTheTimeWithoutGapOrOverlap(int seed) {
        Random random = new Random(seed);
        LocalSchedule schedule = schedule(random);
        Set<Instant> ends = new HashSet<>();
        List<Edition> arrived = new ArrayList<>();
        @Nullable Made last = null;
        Instant now = SINCE;
        for (int run = 0; run < 400; run++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(20) == 0 ? 90_000 : 900)));
            if (random.nextInt(50) == 0) {
                schedule = schedule(random);
            }
            Optional<Edition> due = Edition.due(schedule, SINCE, last, now);
            boolean crashed = random.nextInt(5) == 0;
            if (due.isEmpty() || crashed) {
                continue;
            }
            Edition edition = due.get();
            assertThat(ends.add(edition.to())).as("one key, one edition").isTrue();
            assertThat(edition.to()).isBeforeOrEqualTo(now);
            last = new Made(edition, random.nextInt(4) > 0);
            if (last.arrived()) {
                arrived.add(edition);
            }
        }

        Instant told = SINCE;
        for (Edition edition : arrived) {
            assertThat(edition.from()).isEqualTo(told);
            told = edition.to();
        }
        assertThat(arrived).hasSizeGreaterThan(10);
    }

    @Test
    void twoNodesThatLookAtTheSameTimeMakeTheSameEdition() {
        LocalSchedule schedule = daily("Europe/Berlin", 8);
        Instant morning = Instant.parse("2026-11-23T07:00:03Z");

        assertThat(Edition.due(schedule, SINCE, null, morning))
                .isEqualTo(Edition.due(schedule, SINCE, null, morning.plusSeconds(50)))
                .contains(new Edition(SINCE, Instant.parse("2026-11-23T07:00:00Z")));
    }

    @Test
    void threeTimesThatWereMissedAreMadeUpForByOne() {
        LocalSchedule schedule = daily("UTC", 8);
        Made friday = made("2026-11-19T08:00:00Z", "2026-11-20T08:00:00Z", true);

        assertThat(Edition.due(schedule, SINCE, friday, Instant.parse("2026-11-23T09:00:00Z")))
                .contains(new Edition(Instant.parse("2026-11-20T08:00:00Z"), Instant.parse("2026-11-23T08:00:00Z")));
    }

    @Test
    void whatDidNotArriveIsPartOfTheNext() {
        LocalSchedule schedule = daily("UTC", 8);
        Made lost = made("2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z", false);

        assertThat(Edition.due(schedule, SINCE, lost, Instant.parse("2026-11-22T08:00:00Z")))
                .contains(new Edition(Instant.parse("2026-11-20T08:00:00Z"), Instant.parse("2026-11-22T08:00:00Z")));
        assertThat(Edition.due(schedule, SINCE, lost, Instant.parse("2026-11-22T07:59:59Z")))
                .isEmpty();
    }

    @Test
    void whoMovesWestIsNotToldTheSameMorningTwice() {
        Made berlin = made("2026-11-22T07:00:00Z", "2026-11-23T07:00:00Z", true);
        LocalSchedule newYork = daily("America/New_York", 8);

        assertThat(Edition.due(newYork, SINCE, berlin, Instant.parse("2026-11-23T12:59:59Z")))
                .isEmpty();
        assertThat(Edition.due(newYork, SINCE, berlin, Instant.parse("2026-11-23T13:00:00Z")))
                .contains(new Edition(Instant.parse("2026-11-23T07:00:00Z"), Instant.parse("2026-11-23T13:00:00Z")));
    }

    private static Made made(String from, String to, boolean arrived) {
        return new Made(new Edition(Instant.parse(from), Instant.parse(to)), arrived);
    }

    private static LocalSchedule daily(String zone, int hour) {
        return new LocalSchedule(ZoneId.of(zone), new Weekly(EnumSet.allOf(DayOfWeek.class)), LocalTime.of(hour, 0));
    }

    private static LocalSchedule schedule(Random random) {
        Recurrence days = switch (random.nextInt(3)) {
            case 0 -> new Weekly(EnumSet.allOf(DayOfWeek.class));
            case 1 -> new Weekly(Set.of(DayOfWeek.of(1 + random.nextInt(7))));
            default -> new Monthly(random.nextBoolean() ? -1 : 1 + random.nextInt(28));
        };
        return new LocalSchedule(
                ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                days,
                LocalTime.ofSecondOfDay(random.nextInt(86_400)));
    }
}
