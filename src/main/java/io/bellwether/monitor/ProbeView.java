package io.bellwether.monitor;

import io.bellwether.core.Confirmation;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.vendor.ConfiguredProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A configured probe as the API tells it, without its secrets. */
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

    static ProbeView of(ConfiguredProbe probe, ProbeKinds kinds) {
        return new ProbeView(
                probe.id(),
                probe.kind(),
                probe.name(),
                probe.every(),
                probe.timeout(),
                probe.confirm(),
                kinds.shown(probe.kind(), probe.settings()),
                probe.createdAt(),
                probe.updatedAt(),
                probe.version());
    }
}
