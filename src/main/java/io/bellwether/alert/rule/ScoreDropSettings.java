package io.bellwether.alert.rule;

import io.bellwether.core.alert.rule.Detector;
import io.bellwether.core.alert.rule.Metric;
import io.bellwether.core.alert.rule.ScoreDrop;
import io.bellwether.platform.Problem.FieldError;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * @param metric a score or the index
 * @param points by how many it must have fallen
 * @param days within how many days
 */
public record ScoreDropSettings(
        @NotNull Metric metric,
        @NotNull @Min(1) @Max(100) Integer points,
        @NotNull @Min(1) @Max(90) Integer days) implements CustomSettings {

    @Override
    public List<FieldError> faults() {
        return metric.ofVendor()
                ? List.of()
                : List.of(new FieldError("/metric", "Must be a score or INDEX, not " + metric + "."));
    }

    @Override
    public Detector detector() {
        return new ScoreDrop(metric, points, days);
    }
}
