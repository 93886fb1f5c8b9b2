package io.bellwether.monitor;

import io.bellwether.alert.AlertEngine;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import io.bellwether.fact.posture.Posture;
import io.bellwether.history.Observation;
import io.bellwether.history.ObservationWriter;
import io.bellwether.vendor.EntityRegister;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Stores results and what follows from them, all in one transaction: lease, observation, verdict, facts, alerts, outbox. */
@Singleton
class ResultStore {

    private final Leases leases;
    private final Consensus consensus;
    private final ObservationWriter observations;
    private final Facts facts;
    private final Posture posture;
    private final VendorRegister vendors;
    private final EntityRegister entities;
    private final AlertEngine alerts;
    private final Clock clock;

    ResultStore(
            Leases leases,
            Consensus consensus,
            ObservationWriter observations,
            Facts facts,
            Posture posture,
            VendorRegister vendors,
            EntityRegister entities,
            AlertEngine alerts,
            Clock clock) {
        this.leases = leases;
        this.consensus = consensus;
        this.observations = observations;
        this.facts = facts;
        this.posture = posture;
        this.vendors = vendors;
        this.entities = entities;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * What a batch brought.
     *
     * @param accepted how many results were stored; one whose lease was lost meanwhile is refused
     * @param verdicts what counts from now on
     */
    record Stored(int accepted, List<Observation> verdicts) {}

    /** Stores what was run under a lease, and the verdicts that it completes. */
    @Transactional
    Stored store(Map<Claim, Result> results) {
        Set<Claim> held = leases.release(results.keySet());
        List<Result> accepted = results.entrySet().stream()
                .filter(entry -> held.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(
                                (Result result) -> result.observation().at())
                        .thenComparing(result -> result.probe().id()))
                .toList();
        return new Stored(accepted.size(), keep(accepted, consensus.completedBy(accepted)));
    }

    /** Stores a run that a person asked for, outside the schedule. */
    @Transactional
    List<Observation> store(Result result) {
        return keep(List.of(result), List.of());
    }

    /** Stores the verdicts that wait for a location no longer. */
    @Transactional
    List<Observation> storeOverdue() {
        return keep(List.of(), consensus.overdue());
    }

    /** @return the verdicts, those of probes without locations among them */
    private List<Observation> keep(List<Result> results, List<Observation> combined) {
        List<Observation> stored = Stream.concat(results.stream().map(Result::observation), combined.stream())
                .toList();
        if (stored.isEmpty()) {
            return List.of();
        }
        List<Observation> verdicts =
                stored.stream().filter(Observation::verdict).toList();
        observations.write(stored);
        alerts.observed(verdicts);
        // In the order in which every node goes through vendors: else two nodes could wait for each other.
        results.stream()
                .sorted(Comparator.comparing(result -> result.probe().vendorId()))
                .forEach(this::learn);
        return verdicts;
    }

    private void learn(Result result) {
        if (!result.teaches()) {
            return;
        }
        UUID vendorId = result.probe().vendorId();
        UUID probeId = result.probe().id();
        Instant now = clock.instant();
        List<Fact> learnt = new ArrayList<>(facts.record(vendorId, probeId, result.findings(), now));
        learnt.addAll(posture.record(vendorId, probeId, result.evidence(), now));
        // What happens to its parent is not told as if it had happened to the vendor.
        if (!learnt.isEmpty() && entities.watching(vendorId).own(probeId)) {
            vendors.find(vendorId).ifPresent(vendor -> alerts.learnt(vendor, learnt));
        }
    }
}
