package io.bellwether.monitor;

import io.bellwether.alert.AlertEngine;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import io.bellwether.history.Observation;
import io.bellwether.history.ObservationWriter;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stores results and what follows from them, all in one transaction: lease, observation, facts, alerts, outbox. */
@Singleton
class ResultStore {

    private final Leases leases;
    private final ObservationWriter observations;
    private final Facts facts;
    private final VendorRegister vendors;
    private final AlertEngine alerts;
    private final Clock clock;

    ResultStore(
            Leases leases,
            ObservationWriter observations,
            Facts facts,
            VendorRegister vendors,
            AlertEngine alerts,
            Clock clock) {
        this.leases = leases;
        this.observations = observations;
        this.facts = facts;
        this.vendors = vendors;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Stores what was run under a lease.
     *
     * @return the observations that were stored; one whose lease was lost meanwhile is refused and not among them
     */
    @Transactional
    List<Observation> store(Map<Claim, Result> results) {
        Set<Claim> held = leases.release(results.keySet());
        List<Result> accepted = results.entrySet().stream()
                .filter(entry -> held.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(
                                (Result result) -> result.observation().at())
                        .thenComparing(result -> result.probe().id()))
                .toList();
        return keep(accepted);
    }

    /** Stores a run that a person asked for, outside the schedule. */
    @Transactional
    Observation store(Result result) {
        return keep(List.of(result)).getFirst();
    }

    private List<Observation> keep(List<Result> results) {
        if (results.isEmpty()) {
            return List.of();
        }
        List<Observation> stored = results.stream().map(Result::observation).toList();
        observations.write(stored);
        alerts.observed(stored);
        for (Result result : results) {
            learn(result);
        }
        return stored;
    }

    private void learn(Result result) {
        if (result.findings().isEmpty()) {
            return;
        }
        List<Fact> learnt =
                facts.record(result.probe().vendorId(), result.probe().id(), result.findings(), clock.instant());
        if (!learnt.isEmpty()) {
            vendors.find(result.probe().vendorId()).ifPresent(vendor -> alerts.learnt(vendor, learnt));
        }
    }
}
