package io.bellwether.slo;

import io.bellwether.core.slo.BurnRate;
import io.bellwether.core.slo.BurnRule;
import io.bellwether.core.slo.Measured;
import io.bellwether.core.slo.Span;
import io.bellwether.core.slo.Watch;
import io.bellwether.history.LatestState;
import io.bellwether.history.Observations;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.ProbeRegister;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How fast error budgets are used. */
@Singleton
class BurnRates {

    /** How far back the standard rules look. */
    static final Duration REACH = BurnRule.STANDARD.stream()
            .map(BurnRule::longWindow)
            .max(Comparator.naturalOrder())
            .orElseThrow();

    private final ProbeRegister probes;
    private final Observations observations;

    BurnRates(ProbeRegister probes, Observations observations) {
        this.probes = probes;
        this.observations = observations;
    }

    /** @param ledger at least of the last {@link #REACH} */
    List<BurnRate> of(ServiceObjective objective, Function<Span, Measured> ledger, Instant now) {
        return every(objective).stream()
                .map(every -> new Watch(
                        every,
                        Duration.between(objective.createdAt(), now),
                        window -> ledger.apply(new Span(now.minus(window), now))))
                .flatMap(watch -> BurnRule.STANDARD.stream().map(rule -> BurnRate.of(rule, objective.goal(), watch)))
                .toList();
    }

    /** The shortest interval of the probes in service that watch it; empty when none has looked yet. */
    private Optional<Duration> every(ServiceObjective objective) {
        Set<UUID> watching = watching(objective);
        return probes.of(objective.vendorId()).stream()
                .filter(probe -> watching.contains(probe.id()))
                .map(ConfiguredProbe::every)
                .min(Comparator.naturalOrder());
    }

    private Set<UUID> watching(ServiceObjective objective) {
        return objective.probeId() != null
                ? Set.of(objective.probeId())
                : observations.states(objective.vendorId()).stream()
                        .filter(LatestState::deciding)
                        .map(LatestState::probeId)
                        .collect(Collectors.toSet());
    }
}
