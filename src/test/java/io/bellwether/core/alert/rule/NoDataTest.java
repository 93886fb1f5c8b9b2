package io.bellwether.core.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoDataTest {

    private static final Duration STEP = Duration.ofMinutes(5);

    private final NoData rule = new NoData(Duration.ofMinutes(15));

    @ParameterizedTest(name = "known until step {0}, judged after step {1}: {2}")
    @CsvSource({"3, 3, GOOD", "3, 4, GOOD", "3, 5, GOOD", "3, 6, BAD", "3, 50, BAD"})
    void isBadWhenNothingWasKnownForTheTime(int known, int judged, String expected) {
        History history = watchedForLong(known, 0);

        Verdict verdict = rule.judge(history, Readings.at(STEP, judged), false, Severity.WARNING);

        assertThat(verdict.signal()).isEqualTo(expected.equals("BAD") ? Signal.bad(Severity.WARNING) : Signal.GOOD);
    }

    @ParameterizedTest
    @CsvSource({"PT15M, PT5M", "PT11H59M, PT5M", "PT12H, PT1H", "P7D, PT1H"})
    void aLongTimeIsJudgedByTheHour(Duration after, Duration step) {
        assertThat(new NoData(after).step()).isEqualTo(step);
    }

    @Test
    void unknownIsNoData() {
        History history = watchedForLong(3, 10);

        assertThat(rule.judge(history, Readings.at(STEP, 9), false, Severity.WARNING)
                        .signal())
                .isEqualTo(Signal.bad(Severity.WARNING));
    }

    @Test
    void aNewProbeHasTime() {
        History young = History.of(Readings.BEGIN, Readings.MINUTE, List.of());

        assertThat(rule.judge(young, Readings.at(STEP, 2), false, Severity.WARNING)
                        .signal())
                .isEqualTo(Signal.NO_DATA);
        assertThat(rule.judge(young, Readings.at(STEP, 3), false, Severity.WARNING)
                        .signal())
                .isEqualTo(Signal.bad(Severity.WARNING));
    }

    @Test
    void aProbeThatLooksSeldomIsGivenTwoOfItsIntervals() {
        History seldom = History.of(Readings.BEGIN.minus(Duration.ofDays(1)), Duration.ofHours(1), List.of(good(0)));

        assertThat(rule.judge(seldom, Readings.at(STEP, 24), false, Severity.WARNING)
                        .signal())
                .isEqualTo(Signal.GOOD);
        assertThat(rule.judge(seldom, Readings.at(STEP, 25), false, Severity.WARNING)
                        .signal())
                .isEqualTo(Signal.bad(Severity.WARNING));
        assertThat(rule.needs(Readings.at(STEP, 25), Duration.ofHours(1)))
                .containsExactly(new Span(Readings.at(STEP, 0), Readings.at(STEP, 25)));
    }

    /** Good for so many steps, and then so many of nothing but UNKNOWN. */
    private static History watchedForLong(int good, int unknown) {
        List<Reading> readings = new ArrayList<>();
        for (int step = 0; step < good; step++) {
            readings.add(good(step));
        }
        for (int step = good; step < good + unknown; step++) {
            readings.add(new Reading(Readings.at(STEP, step), Readings.at(STEP, step + 1), 0, 0, 5, Map.of()));
        }
        return History.of(Readings.BEGIN.minus(Duration.ofDays(1)), Readings.MINUTE, readings);
    }

    private static Reading good(int step) {
        return new Reading(Readings.at(STEP, step), Readings.at(STEP, step + 1), 5, 0, 0, Map.of());
    }
}
