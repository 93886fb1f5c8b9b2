package io.bellwether.core.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScoreDropTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final ScoreDrop rule = new ScoreDrop(Metric.SECURITY_SCORE, 10, 3);

    @Test
    void countsFromTheHighestOfTheDaysBefore() {
        assertThat(after(90.0, 86.0, 83.0, 80.0)).isEqualTo(new Verdict(Signal.bad(Severity.WARNING), 10, 10));
        assertThat(after(90.0, 86.0, 83.0, 81.0)).isEqualTo(new Verdict(Signal.GOOD, 9, 10));
    }

    @Test
    void aSlowDeclineOverMoreDaysIsNoDrop() {
        assertThat(after(90.0, 87.0, 84.0, 81.0, 78.0, 75.0).signal()).isEqualTo(Signal.GOOD);
    }

    @Test
    void aRiseIsNoDrop() {
        assertThat(after(50.0, 90.0)).isEqualTo(new Verdict(Signal.GOOD, -40, 10));
    }

    @Test
    void withoutAScoreNowOrBeforeItCannotTell() {
        assertThat(after(90.0, null).signal()).isEqualTo(Signal.NO_DATA);
        assertThat(after(null, null, null, 20.0).signal()).isEqualTo(Signal.NO_DATA);
        assertThat(after(20.0).signal()).isEqualTo(Signal.NO_DATA);
    }

    @Test
    void daysWithoutAScoreAreSkipped() {
        assertThat(after(90.0, null, null, 70.0).signal()).isEqualTo(Signal.bad(Severity.WARNING));
        assertThat(after(90.0, null, null, null, 70.0).signal()).isEqualTo(Signal.NO_DATA);
    }

    @Test
    void isOverWhenTheScoreHasBeenLowForAsLong() {
        History history = Readings.values(Metric.SECURITY_SCORE, DAY, 90.0, 90.0, 70.0, 70.0, 70.0, 70.0, 70.0);

        assertThat(Replay.of(rule, Severity.WARNING, history, new Span(Readings.BEGIN, Readings.at(DAY, 7))))
                .containsExactly(
                        new Played(Readings.at(DAY, 3), Readings.at(DAY, 3), Readings.at(DAY, 6), Severity.WARNING));
    }

    private Verdict after(Double... days) {
        return rule.judge(
                Readings.values(Metric.SECURITY_SCORE, DAY, days),
                Readings.at(DAY, days.length),
                false,
                Severity.WARNING);
    }
}
