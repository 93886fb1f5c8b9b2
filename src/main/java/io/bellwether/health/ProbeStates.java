package io.bellwether.health;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.history.LatestState;
import io.bellwether.vendor.ConfiguredProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A vendor's probes in service with what they said last. */
record ProbeStates(List<ConfiguredProbe> probes, Map<UUID, LatestState> byProbe) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static ProbeStates of(List<ConfiguredProbe> probes, List<LatestState> states) {
        return new ProbeStates(
                probes, states.stream().collect(Collectors.toMap(LatestState::probeId, Function.identity())));
    }

    Stream<ConfiguredProbe> ofKind(String kind) {
        return probes.stream().filter(probe -> probe.kind().equals(kind));
    }

    /** Of the probes that say whether the vendor's service can be used. */
    Stream<LatestState> deciding() {
        return probes.stream()
                .map(probe -> byProbe.get(probe.id()))
                .flatMap(Stream::ofNullable)
                .filter(LatestState::deciding);
    }

    Stream<LatestState> states(String kind) {
        return ofKind(kind).map(probe -> byProbe.get(probe.id())).flatMap(Stream::ofNullable);
    }

    /** The longest outage that lasts; a probe that has not been run lately says nothing about now. */
    Optional<LatestState> outage(Instant now) {
        return probes.stream()
                .filter(probe -> current(probe, now))
                .map(probe -> byProbe.get(probe.id()))
                .flatMap(Stream::ofNullable)
                .filter(LatestState::deciding)
                .filter(state -> state.outcome() == Outcome.DOWN)
                .min(Comparator.comparing(LatestState::since));
    }

    boolean certificateExpired() {
        return expiredCertificates().findAny().isPresent();
    }

    Stream<LatestState> expiredCertificates() {
        return byProbe.values().stream().filter(state -> state.cause() == Cause.CERTIFICATE_EXPIRED);
    }

    /** When a probe last could tell; of one that is not in service the given time. */
    Instant answeredAt(@Nullable UUID probeId, Instant otherwise) {
        LatestState state = probeId == null ? null : byProbe.get(probeId);
        if (state == null) {
            return otherwise;
        }
        return state.outcome() == Outcome.UNKNOWN ? state.since() : state.at();
    }

    private boolean current(ConfiguredProbe probe, Instant now) {
        LatestState state = byProbe.get(probe.id());
        return state != null
                && state.at().plus(probe.every().multipliedBy(2)).plus(PATIENCE).isAfter(now);
    }
}
