package io.bellwether.monitor;

import io.bellwether.core.Confirmation;
import io.bellwether.core.Placement;
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
 * @param every default PT60S
 * @param locations from where it looks, each at every due time; default: from wherever a node has time
 * @param quorum how many locations must agree, 1 to all; default: more than half
 * @param timeout default PT10S, or the interval when that is shorter
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

    private static final Duration DEFAULT_EVERY = Duration.ofSeconds(60);
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    NewProbe withSettings(Map<String, Object> validated) {
        Duration interval = every == null ? DEFAULT_EVERY : every;
        Duration shortest = interval.compareTo(DEFAULT_TIMEOUT) < 0 ? interval : DEFAULT_TIMEOUT;
        return new NewProbe(
                kind,
                name == null || name.isBlank() ? kind : name.strip(),
                interval,
                timeout == null ? shortest : timeout,
                confirm == null ? Confirmation.DEFAULT : confirm.over(Confirmation.DEFAULT),
                Placement.ANYWHERE.with(locations, quorum),
                validated);
    }
}
