package io.bellwether.core.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnomalyTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant TICK = Instant.parse("2026-06-01T09:00:00Z");

    private final Anomaly rule = new Anomaly(Metric.LATENCY_P95, 8, 4, 4, 100, Policy.inARow(1, 1));

    /** The weeks before: 300, 310, 320, 330, 340. Median 320, deviation 14.826, so 4 of them are 59.3: less than 100. */
    @ParameterizedTest
    @CsvSource({"420, GOOD", "421, BAD", "100, GOOD"})
    void isBadFarAboveTheMedianOfTheSameHour(double now, String expected) {
        assertThat(judged(now, 300, 310, 320, 330, 340).signal())
                .isEqualTo(expected.equals("BAD") ? Signal.bad(Severity.WARNING) : Signal.GOOD);
    }

    /** Median 600, deviations 200, 100, 0, 100, 200: 4 times 148.26 are 593.04. */
    @ParameterizedTest
    @CsvSource({"1193, GOOD", "1194, BAD"})
    void anUnsteadyHourIsGivenMoreRoom(double now, String expected) {
        assertThat(judged(now, 400, 500, 600, 700, 800).signal())
                .isEqualTo(expected.equals("BAD") ? Signal.bad(Severity.WARNING) : Signal.GOOD);
    }

    @Test
    void oneTerribleWeekHardlyMovesWhatIsUsual() {
        assertThat(judged(500, 300, 300, 300, 300, 30_000).limit()).isEqualTo(400);
    }

    @Test
    void aProbeThatIsAlwaysEquallyFastIsNotBadForANothing() {
        assertThat(judged(5000, 4000, 4000, 4000, 4000))
                .isEqualTo(new Verdict(Signal.bad(Severity.WARNING), 5000, 4800));
        assertThat(judged(4700, 4000, 4000, 4000, 4000).signal()).isEqualTo(Signal.GOOD);
    }

    @Test
    void withTooFewWeeksItCannotTell() {
        assertThat(judged(5000, 300, 300, 300).signal()).isEqualTo(Signal.NO_DATA);
        assertThat(judged(5000, 300, 300, 300, 300).signal()).isEqualTo(Signal.bad(Severity.WARNING));
    }

    @Test
    void otherHoursDoNotMatter() {
        List<Reading> readings = new ArrayList<>(weeks(300, 300, 300, 300));
        readings.add(reading(TICK.minus(HOUR), 350));
        for (int week = 1; week <= 8; week++) {
            readings.add(reading(TICK.minus(WEEK.multipliedBy(week)), 9000));
            readings.add(reading(TICK.minus(WEEK.multipliedBy(week)).minus(HOUR.multipliedBy(2)), 9000));
        }

        assertThat(rule.judge(History.of(TICK, HOUR, readings), TICK, false, Severity.WARNING))
                .isEqualTo(new Verdict(Signal.GOOD, 350, 400));
    }

    @Test
    void needsOneHourOfEachWeek() {
        assertThat(rule.needs(TICK, Readings.MINUTE))
                .hasSize(9)
                .contains(new Span(TICK.minus(HOUR), TICK))
                .contains(new Span(TICK.minus(WEEK.multipliedBy(8)).minus(HOUR), TICK.minus(WEEK.multipliedBy(8))));
    }

    @Test
    void aBusyMondayMorningIsNoAnomalyAndABusyNightIs() {
        SplittableRandom random = new SplittableRandom(11);
        List<Reading> readings = new ArrayList<>();
        for (int hour = 0; hour < 24 * 7 * 12; hour++) {
            double usual = hour % (24 * 7) == 9 ? 2000 : 300;
            readings.add(reading(Readings.at(HOUR, hour), usual * random.nextDouble(0.9, 1.1)));
        }
        int night = 24 * 7 * 10 + 3;
        readings.add(reading(Readings.at(HOUR, night), 2000));

        List<Played> played = Replay.of(
                rule,
                Severity.WARNING,
                History.of(Readings.BEGIN, HOUR, readings),
                new Span(Readings.at(HOUR, 24 * 7 * 8), Readings.at(HOUR, 24 * 7 * 12)));

        assertThat(played).extracting(Played::firedAt).containsExactly(Readings.at(HOUR, night + 1));
    }

    private Verdict judged(double now, double... weeks) {
        List<Reading> readings = new ArrayList<>(weeks(weeks));
        readings.add(reading(TICK.minus(HOUR), now));
        return rule.judge(History.of(TICK.minus(WEEK), HOUR, readings), TICK, false, Severity.WARNING);
    }

    private static List<Reading> weeks(double... values) {
        List<Reading> readings = new ArrayList<>();
        for (int week = 1; week <= values.length; week++) {
            readings.add(reading(TICK.minus(HOUR).minus(WEEK.multipliedBy(week)), values[week - 1]));
        }
        return readings;
    }

    private static Reading reading(Instant from, double value) {
        return new Reading(from, from.plus(HOUR), 60, 0, 0, Map.of(Metric.LATENCY_P95, value));
    }
}
