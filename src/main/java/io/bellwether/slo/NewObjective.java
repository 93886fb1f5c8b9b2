package io.bellwether.slo;

import io.bellwether.core.slo.Objective;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of an objective by those who set it.
 *
 * @param name made of the rest when absent
 * @param probe the one it is about; absent for the vendor as a whole
 * @param target share that shall be good
 * @param threshold of a latency objective, at most an hour: a slower answer is bad
 */
public record NewObjective(
        @Nullable @Size(max = 120) String name,
        @Nullable UUID probe,
        @NotNull ObjectiveKind kind,

        @NotNull @DecimalMin(value = "0", inclusive = false, message = SHARE) @DecimalMax(value = "1", inclusive = false, message = SHARE) Double target,

        @Nullable Duration threshold,
        @NotNull @Valid ObjectiveWindow window) {

    private static final String SHARE = "must lie between 0 and 1, for example 0.999 for 99.9 %";

    /** The same of another probe, or with null of the vendor as a whole. */
    public NewObjective about(@Nullable UUID other) {
        return new NewObjective(name, other, kind, target, threshold, window);
    }

    /** Only of one that {@link ObjectiveRules} has let pass. */
    Objective goal() {
        return switch (kind) {
            case AVAILABILITY -> new Objective.Availability(target);
            case LATENCY -> new Objective.Latency(target, Objects.requireNonNull(threshold));
        };
    }
}
