package io.bellwether.monitor;

import io.bellwether.core.Placement;
import io.bellwether.probe.Cadence;
import io.bellwether.vendor.NewProbe;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A probe to create.
 *
 * @param name default: the kind
 * @param every default as the kind says, PT60S for most
 * @param locations from where it looks, each at every due time; default: from wherever a node has time
 * @param quorum how many locations must agree, 1 to all; default: more than half
 * @param timeout default as the kind says, PT10S for most, or the interval when that is shorter
 * @param confirm default as the kind says
 */
record NewProbeBody(
        @NotBlank String kind,
        @Nullable @Size(max = 120) String name,
        @Nullable Duration every,
        @Nullable Duration timeout,
        @Nullable ConfirmationBody confirm,
        @Nullable List<String> locations,
        @Nullable Integer quorum,
        @NotNull Map<String, Object> settings) {

    NewProbe with(Map<String, Object> validated, Cadence usual) {
        Duration interval = every == null ? usual.every() : every;
        Duration shortest = interval.compareTo(usual.timeout()) < 0 ? interval : usual.timeout();
        return new NewProbe(
                kind,
                name == null || name.isBlank() ? kind : name.strip(),
                interval,
                timeout == null ? shortest : timeout,
                confirm == null ? usual.confirm() : confirm.over(usual.confirm()),
                Placement.ANYWHERE.with(locations, quorum),
                validated);
    }
}
