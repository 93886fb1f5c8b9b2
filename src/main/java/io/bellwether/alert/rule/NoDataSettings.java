package io.bellwether.alert.rule;

import io.bellwether.core.alert.rule.Detector;
import io.bellwether.core.alert.rule.NoData;
import io.bellwether.platform.Problem.FieldError;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;

/** @param afterMinutes for how long nothing, or only UNKNOWN, was observed; at least two intervals of the probe count */
public record NoDataSettings(@NotNull @Min(10) @Max(10_080) Integer afterMinutes) implements CustomSettings {

    @Override
    public List<FieldError> faults() {
        return List.of();
    }

    @Override
    public Detector detector() {
        return new NoData(Duration.ofMinutes(afterMinutes));
    }
}
