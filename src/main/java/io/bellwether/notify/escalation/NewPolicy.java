package io.bellwether.notify.escalation;

import io.bellwether.core.alert.escalation.EscalationPlan;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An escalation policy as people describe it. An alert goes by the first enabled policy whose matchers all match it when it
 * begins, and keeps the steps that the policy has then.
 *
 * @param position policies with a lower one are looked at first, then by name; 100 when absent
 * @param matchers as Prometheus Alertmanager writes them, for example {@code severity="critical"}; without any it is for all
 * @param repeats how often the steps begin again after the last; 0 when absent
 * @param enabled true when absent
 */
public record NewPolicy(
        @NotBlank @Size(max = 120) String name,

        @Nullable @Min(0) @Max(10_000) Integer position,

        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 500) String> matchers,

        @NotEmpty @Size(max = 20) List<@NotNull @Valid PolicyStep> steps,

        @Nullable @Min(0) @Max(EscalationPlan.MOST_REPEATS) Integer repeats,

        @Nullable Boolean enabled) {

    private static final int USUAL_POSITION = 100;

    NewPolicy complete() {
        return new NewPolicy(
                name.strip(),
                Objects.requireNonNullElse(position, USUAL_POSITION),
                Objects.requireNonNullElse(matchers, List.of()),
                steps,
                Objects.requireNonNullElse(repeats, 0),
                Objects.requireNonNullElse(enabled, true));
    }

    PlanDocument plan() {
        return new PlanDocument(steps, Objects.requireNonNullElse(repeats, 0));
    }
}
