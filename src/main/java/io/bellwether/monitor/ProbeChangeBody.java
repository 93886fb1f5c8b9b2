package io.bellwether.monitor;

import io.bellwether.probe.ProbeKinds;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.ProbeChange;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is not given stays as it is.
 *
 * @param locations empty: from wherever a node has time
 */
record ProbeChangeBody(
        @Nullable @Size(min = 1, max = 120) String name,
        @Nullable Duration every,
        @Nullable Duration timeout,
        @Nullable ConfirmationBody confirm,
        @Nullable List<String> locations,
        @Nullable Integer quorum,
        @Nullable Map<String, Object> settings) {

    ProbeChange to(ConfiguredProbe probe, ProbeKinds kinds) {
        return new ProbeChange(
                name,
                every,
                timeout,
                confirm == null ? null : confirm.over(probe.confirm()),
                locations == null && quorum == null ? null : probe.placement().with(locations, quorum),
                settings == null ? null : kinds.validated(probe.kind(), settings, probe.settings()));
    }
}
