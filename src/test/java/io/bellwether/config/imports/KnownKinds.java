package io.bellwether.config.imports;

import io.bellwether.platform.Problem;
import io.bellwether.probe.Cadence;
import io.bellwether.probe.ProbeKinds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Kinds that take whatever they are given. */
record KnownKinds(List<Kind> all) implements ProbeKinds {

    static final KnownKinds EVERY = of("http", "tls", "dns", "tcp", "icmp", "heartbeat", "grpc", "websocket", "domain");

    static KnownKinds of(String... kinds) {
        return new KnownKinds(Arrays.stream(kinds)
                .map(kind -> new Kind(kind, kind, Map.of(), Cadence.USUAL))
                .toList());
    }

    @Override
    public boolean decidesAvailability(String kind) {
        return true;
    }

    @Override
    public Map<String, Object> shown(String kind, Map<String, Object> stored) {
        return stored;
    }

    @Override
    public Map<String, Object> validated(String kind, Map<String, Object> settings, Map<String, Object> stored) {
        if (all.stream().noneMatch(known -> known.kind().equals(kind))) {
            throw Problem.invalid("/kind", "Unknown.");
        }
        return settings;
    }
}
