package io.bellwether.core.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    @ParameterizedTest(name = "{0} {1}/{2}, {3}, told {4}: {5}")
    @CsvSource({
        "ABOVE, 1000, 800, 1001, false, BAD",
        "ABOVE, 1000, 800, 1000, false, GOOD",
        "ABOVE, 1000, 800,  900, false, GOOD",
        "ABOVE, 1000, 800,  900, true,  BAD",
        "ABOVE, 1000, 800,  800, true,  GOOD",
        "BELOW,   60,  70,   59, false, BAD",
        "BELOW,   60,  70,   60, false, GOOD",
        "BELOW,   60,  70,   65, true,  BAD",
        "BELOW,   60,  70,   70, true,  GOOD",
        "BELOW,   60,  60,   60, true,  GOOD",
        "ABOVE, 1000, 800,     , true,  UNKNOWN",
        "ABOVE, 1000, 800,     , false, UNKNOWN",
    })
    void whatLingersAtTheLimitIsStillBadWhileItIsTold(
            Comparison comparison,
            double limit,
            double recovery,
            @Nullable Double value,
            boolean told,
            String expected) {
        Threshold rule = new Threshold(Metric.LATENCY_P95, comparison, limit, recovery, WINDOW, Policy.inARow(1, 1));

        Verdict verdict = rule.judge(
                Readings.values(Metric.LATENCY_P95, WINDOW, value), Readings.at(WINDOW, 1), told, Severity.WARNING);

        assertThat(verdict.signal())
                .isEqualTo(
                        switch (expected) {
                            case "BAD" -> Signal.bad(Severity.WARNING);
                            case "GOOD" -> Signal.GOOD;
                            default -> Signal.NO_DATA;
                        });
    }

    @Test
    void oneThatLingersAtTheLimitIsOneEpisode() {
        Threshold rule = new Threshold(Metric.LATENCY_P95, Comparison.ABOVE, 1000, 800, WINDOW, Policy.inARow(1, 1));
        Threshold abrupt = new Threshold(Metric.LATENCY_P95, Comparison.ABOVE, 1000, 1000, WINDOW, Policy.inARow(1, 1));
        History history = Readings.values(
                Metric.LATENCY_P95, WINDOW, 500.0, 1100.0, 950.0, 1100.0, 900.0, 1050.0, 810.0, 1001.0, 700.0, 500.0);
        Span all = new Span(Readings.BEGIN, Readings.at(WINDOW, 10));

        assertThat(Replay.of(rule, Severity.WARNING, history, all))
                .containsExactly(new Played(
                        Readings.at(WINDOW, 2), Readings.at(WINDOW, 2), Readings.at(WINDOW, 9), Severity.WARNING));
        assertThat(Replay.of(abrupt, Severity.WARNING, history, all)).hasSize(4);
    }

    @Test
    void twoOfThreeWindowsConfirmAndUnknownOnesCountNeitherWay() {
        Threshold rule = new Threshold(Metric.AVAILABILITY, Comparison.BELOW, 0.99, 0.99, WINDOW, new Policy(2, 3, 2));
        History once = Readings.values(Metric.AVAILABILITY, WINDOW, 1.0, 0.5, 1.0, 1.0, 0.5, 1.0, 1.0);
        History twice = Readings.values(Metric.AVAILABILITY, WINDOW, 1.0, 0.5, null, 1.0, null, 0.5, 1.0, null, 1.0);

        assertThat(Replay.of(rule, Severity.CRITICAL, once, new Span(Readings.BEGIN, Readings.at(WINDOW, 7))))
                .isEmpty();
        assertThat(Replay.of(rule, Severity.CRITICAL, twice, new Span(Readings.BEGIN, Readings.at(WINDOW, 9))))
                .containsExactly(new Played(
                        Readings.at(WINDOW, 2), Readings.at(WINDOW, 6), Readings.at(WINDOW, 9), Severity.CRITICAL));
    }

    @Test
    void itNeedsNoMoreThanItsWindow() {
        Threshold rule = new Threshold(Metric.LATENCY_P95, Comparison.ABOVE, 1000, 800, WINDOW, Policy.inARow(1, 1));

        assertThat(rule.needs(Readings.at(WINDOW, 3), Readings.MINUTE))
                .isEqualTo(List.of(new Span(Readings.at(WINDOW, 2), Readings.at(WINDOW, 3))));
    }
}
