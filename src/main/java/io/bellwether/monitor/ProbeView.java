package io.bellwether.monitor;

import static java.util.function.Predicate.not;

import io.bellwether.core.Confirmation;
import io.bellwether.core.Placement;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.vendor.ConfiguredProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A configured probe as the API tells it, without its secrets.
 *
 * @param locations from where it looks; empty when any node may
 * @param quorum how many locations must agree; null without locations
 * @param unserved the locations that no living node is at, so that they count as UNKNOWN
 */
record ProbeView(
        UUID id,
        String kind,
        String name,
        Duration every,
        Duration timeout,
        Confirmation confirm,
        List<String> locations,
        @Nullable Integer quorum,
        List<String> unserved,
        Map<String, Object> settings,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    static ProbeView of(ConfiguredProbe probe, ProbeKinds kinds, Set<String> served) {
        Placement placement = probe.placement();
        return new ProbeView(
                probe.id(),
                probe.kind(),
                probe.name(),
                probe.every(),
                probe.timeout(),
                probe.confirm(),
                placement.locations(),
                placement.anywhere() ? null : placement.rule().needed(),
                placement.locations().stream().filter(not(served::contains)).toList(),
                kinds.shown(probe.kind(), probe.settings()),
                probe.createdAt(),
                probe.updatedAt(),
                probe.version());
    }
}
