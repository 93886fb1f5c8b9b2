package io.bellwether.monitor;

import io.bellwether.core.Confirmation;
import io.bellwether.vendor.ConfiguredProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A configured probe as the API tells it. */
record ProbeView(
        UUID id,
        String kind,
        String name,
        Duration every,
        Duration timeout,
        Confirmation confirm,
        Map<String, Object> settings,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    static ProbeView of(ConfiguredProbe probe) {
        return new ProbeView(
                probe.id(),
                probe.kind(),
                probe.name(),
                probe.every(),
                probe.timeout(),
                probe.confirm(),
                probe.settings(),
                probe.createdAt(),
                probe.updatedAt(),
                probe.version());
    }
}
