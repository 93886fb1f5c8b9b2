package io.bellwether.alert;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.alert.Policy;
import io.bellwether.health.Simulated;
import io.bellwether.history.LatestState;
import io.bellwether.history.Observation;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What {@code vendor-down} would be told by the probes of a vendor that is assumed to be down: each sees it at each of its runs. */
@Singleton
class SimulatedOutages {

    private static final String REASON = "It is assumed to be down.";

    private final OutageRule rule;
    private final Scenes scenes;

    SimulatedOutages(OutageRule rule, Scenes scenes) {
        this.rule = rule;
        this.scenes = scenes;
    }

    /** In order of time for each probe, as much of the end as decides. */
    List<Evidence> evidence(Vendor vendor, Simulated simulated) {
        Instant since = simulated.downSince();
        if (since == null) {
            return List.of();
        }
        Scene scene = scenes.of(vendor.id());
        return scene.states().stream()
                .filter(LatestState::deciding)
                .flatMap(state -> Stream.ofNullable(scene.probes().get(state.probeId())))
                .flatMap(probe -> runs(probe, since, simulated.then().asOf()))
                .map(observation -> new Batch(List.of(observation), List.of(), Map.of()))
                .flatMap(batch -> rule.judge(batch).stream())
                .toList();
    }

    private static Stream<Observation> runs(ConfiguredProbe probe, Instant since, Instant at) {
        Duration decides = probe.every().multipliedBy(Policy.MOST - 1L);
        Instant first = at.minus(decides).isAfter(since) ? at.minus(decides) : since;
        return Stream.iterate(first, time -> !time.isAfter(at), time -> time.plus(probe.every()))
                .map(time -> down(probe, time));
    }

    private static Observation down(ConfiguredProbe probe, Instant at) {
        Attempt attempt =
                new Attempt(at, Outcome.DOWN, Cause.CONNECT_TIMEOUT, REASON, 0, Phases.NONE, Map.of(), List.of());
        return new Observation(
                probe.id(),
                probe.vendorId(),
                probe.kind(),
                true,
                "",
                at,
                at,
                probe.every(),
                Outcome.DOWN,
                Cause.CONNECT_TIMEOUT,
                REASON,
                0,
                Phases.NONE,
                Map.of(),
                List.of(attempt),
                "");
    }
}
