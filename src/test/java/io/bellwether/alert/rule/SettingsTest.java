package io.bellwether.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.rule.Anomaly;
import io.bellwether.core.alert.rule.Burn;
import io.bellwether.core.alert.rule.Comparison;
import io.bellwether.core.alert.rule.Metric;
import io.bellwether.core.alert.rule.NoData;
import io.bellwether.core.alert.rule.ScoreDrop;
import io.bellwether.core.alert.rule.Threshold;
import io.bellwether.platform.Problem.FieldError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @Test
    void whatIsLeftOutHasADefault() {
        assertThat(threshold(Metric.LATENCY_P95, null, 1000, null, null, null).detector())
                .isEqualTo(new Threshold(
                        Metric.LATENCY_P95, Comparison.ABOVE, 1000, 1000, FIVE_MINUTES, new Policy(2, 3, 2)));
        assertThat(threshold(Metric.INDEX, null, 60, 65.0, null, null).detector())
                .isEqualTo(
                        new Threshold(Metric.INDEX, Comparison.BELOW, 60, 65, Duration.ofDays(1), Policy.inARow(1, 1)));
        assertThat(new AnomalySettings(null, null, null, null, null, null).detector())
                .isEqualTo(new Anomaly(Metric.LATENCY_P95, 8, 4, 4, 100, Policy.inARow(1, 1)));
        assertThat(new NoDataSettings(30).detector()).isEqualTo(new NoData(Duration.ofMinutes(30)));
        assertThat(new ScoreDropSettings(Metric.INDEX, 5, 7).detector()).isEqualTo(new ScoreDrop(Metric.INDEX, 5, 7));
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT5M", "PT6H, PT30M", "PT72H, PT6H", "PT10M, PT5M", "PT2H, PT10M"})
    void theShortWindowIsATwelfthOfTheLongOne(Duration longWindow, Duration expected) {
        BurnRateSettings settings = new BurnRateSettings(0.999, 14.4, longWindow, null, null, null);

        Burn burn = settings.detector();

        assertThat(settings.faults()).isEmpty();
        assertThat(burn.rule().shortWindow()).isEqualTo(expected);
        assertThat(burn.rule().minimumBad()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0} {1} {2}, recover {3}, window {4}: {5}")
    @CsvSource({
        "LATENCY_P95, ABOVE, 1000, , , ",
        "LATENCY_P95, ABOVE, 1000, 800, PT15M, ",
        "LATENCY_P95, ABOVE, 1000, 1001, , /recoverValue",
        "LATENCY_P95, BELOW, 1000, 999, , /recoverValue",
        "LATENCY_P95, ABOVE, 0, , , /value",
        "LATENCY_P95, ABOVE, 600001, , , /value",
        "AVAILABILITY, , 99.5, , , /value",
        "AVAILABILITY, , 0.995, 0.99, , /recoverValue",
        "INDEX, , 101, , , /value",
        "INDEX, , 60, , PT5M, /window",
        "LATENCY_P95, , 1000, , PT7M, /window",
        "LATENCY_P95, , 1000, , PT30S, /window",
        "LATENCY_P95, , 1000, , PT2H, /window",
        "LATENCY_P95, , 1000, , PT5M30S, /window",
        "LATENCY_P95, , 1000, , PT0S, /window"
    })
    void whatDoesNotFitTogetherIsNamed(
            Metric metric,
            @Nullable Comparison comparison,
            double value,
            @Nullable Double recover,
            @Nullable Duration window,
            @Nullable String pointer) {
        var faults = threshold(metric, comparison, value, recover, window, null).faults();

        if (pointer == null) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).extracting(FieldError::pointer).containsExactly(pointer);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT5M, PT1M, /longWindow",
        "P4D, PT5M, /longWindow",
        "PT9000000000000000000S, PT5M, /longWindow",
        "PT1H, PT9000000000000000000S, /shortWindow",
        "PT1H, PT-9000000000000000000S, /shortWindow",
        "PT11M, PT5M, /longWindow",
        "PT1H, PT1H, /shortWindow",
        "PT1H, PT7M, /shortWindow",
        "PT1H, PT0S, /shortWindow"
    })
    void burnWindowsAreWholeSteps(Duration longWindow, Duration shortWindow, String pointer) {
        assertThat(new BurnRateSettings(0.999, 14.4, longWindow, shortWindow, null, null).faults())
                .extracting(FieldError::pointer)
                .containsExactly(pointer);
    }

    @Test
    void aDropIsOfScoresAndAnAnomalyOfLatencies() {
        assertThat(new ScoreDropSettings(Metric.LATENCY_P95, 5, 7).faults())
                .extracting(FieldError::pointer)
                .containsExactly("/metric");
        assertThat(new AnomalySettings(Metric.INDEX, null, null, null, null, null).faults())
                .extracting(FieldError::pointer)
                .containsExactly("/metric");
        assertThat(new AnomalySettings(null, 5, 6, null, null, null).faults())
                .extracting(FieldError::pointer)
                .containsExactly("/minimumSamples");
    }

    /** Windows of five minutes. */
    @ParameterizedTest(name = "{0} of {1} or {2}, {3} or {4}")
    @CsvSource({
        " ,  ,        ,  ,       , 2, 3, 2",
        "4,  ,        ,  ,       , 4, 4, 2",
        "2, 5,        , 3,       , 2, 5, 3",
        " ,  , PT15M  ,  , PT20M , 3, 3, 4",
        " ,  , PT16M  ,  , PT1S  , 4, 4, 1",
        " ,  ,        ,  , PT5H  , 2, 3, 60"
    })
    void durationsAreCountedInWindows(
            @Nullable Integer fireAfter,
            @Nullable Integer within,
            @Nullable Duration fireFor,
            @Nullable Integer recoverAfter,
            @Nullable Duration recoverFor,
            int fires,
            int among,
            int recovers) {
        Patience patience = new Patience(fireAfter, within, fireFor, recoverAfter, recoverFor);

        assertThat(patience.faults(FIVE_MINUTES)).isEmpty();
        assertThat(patience.policy(FIVE_MINUTES, new Policy(2, 3, 2))).isEqualTo(new Policy(fires, among, recovers));
    }

    @ParameterizedTest
    @CsvSource({
        "3, ,  PT15M, , , /confirm/fireFor",
        "3, 2, , , , /confirm/within",
        " , 3, , , , /confirm/within",
        " , , , 2, PT5M, /confirm/recoverFor",
        " , , PT0S, , , /confirm/fireFor",
        " , , PT6H, , , /confirm/fireFor",
        " , , , , -PT5M, /confirm/recoverFor"
    })
    void patienceThatContradictsItselfIsNamed(
            @Nullable Integer fireAfter,
            @Nullable Integer within,
            @Nullable Duration fireFor,
            @Nullable Integer recoverAfter,
            @Nullable Duration recoverFor,
            String pointer) {
        assertThat(new Patience(fireAfter, within, fireFor, recoverAfter, recoverFor).faults(FIVE_MINUTES))
                .extracting(FieldError::pointer)
                .containsExactly(pointer);
    }

    private static ThresholdSettings threshold(
            Metric metric,
            @Nullable Comparison comparison,
            double value,
            @Nullable Double recover,
            @Nullable Duration window,
            @Nullable Patience patience) {
        return new ThresholdSettings(metric, comparison, value, recover, window, patience);
    }
}
