package io.bellwether.alert.rule;

import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.rule.Anomaly;
import io.bellwether.core.alert.rule.Detector;
import io.bellwether.core.alert.rule.Metric;
import io.bellwether.platform.Problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Components as in {@link Anomaly}.
 *
 * @param metric a percentile of the latency; LATENCY_P95 when absent
 * @param weeks 8 when absent
 * @param minimumSamples 4 when absent
 * @param deviations 4 when absent
 * @param riseMs 100 when absent
 * @param confirm counted in hours; one to fire and one to recover when absent
 */
public record AnomalySettings(
        @Nullable Metric metric,
        @Nullable @Min(3) @Max(26) Integer weeks,
        @Nullable @Min(3) @Max(26) Integer minimumSamples,
        @Nullable @DecimalMin("1") @DecimalMax("50") Double deviations,
        @Nullable @DecimalMin("1") @DecimalMax("60000") Double riseMs,
        @Nullable @Valid Patience confirm)
        implements CustomSettings {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int USUAL_WEEKS = 8;
    private static final int USUAL_SAMPLES = 4;

    @Override
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>(patience().faults(HOUR));
        if (percentile().kind() != Metric.Kind.MILLISECONDS) {
            faults.add(new FieldError("/metric", "Must be a percentile of the latency, not " + metric + "."));
        }
        if (samples() > lookBack()) {
            faults.add(new FieldError("/minimumSamples", "Each week gives one; must be at most the weeks."));
        }
        return faults;
    }

    @Override
    public Detector detector() {
        return new Anomaly(
                percentile(),
                lookBack(),
                samples(),
                Objects.requireNonNullElse(deviations, 4.0),
                Objects.requireNonNullElse(riseMs, 100.0),
                patience().policy(HOUR, Policy.inARow(1, 1)));
    }

    private Metric percentile() {
        return Objects.requireNonNullElse(metric, Metric.LATENCY_P95);
    }

    private int lookBack() {
        return Objects.requireNonNullElse(weeks, USUAL_WEEKS);
    }

    private int samples() {
        return Objects.requireNonNullElse(minimumSamples, USUAL_SAMPLES);
    }

    private Patience patience() {
        return Objects.requireNonNullElse(confirm, Patience.DEFAULT);
    }
}
