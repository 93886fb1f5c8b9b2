package io.bellwether.health;

import io.bellwether.core.score.IndexWeights;
import io.bellwether.vendor.Vendor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How vendors stand, now and day by day. */
@ApplicationScoped
public class HealthService {

    private final EvidenceSource evidence;
    private final Snapshots snapshots;
    private final Event<HealthAssessed> assessed;
    private final Clock clock;

    HealthService(EvidenceSource evidence, Snapshots snapshots, Event<HealthAssessed> assessed, Clock clock) {
        this.evidence = evidence;
        this.snapshots = snapshots;
        this.assessed = assessed;
        this.clock = clock;
    }

    /** Computed from what is known at this moment; nothing is stored. */
    @Transactional
    public Health of(Vendor vendor) {
        Instant now = clock.instant();
        VendorEvidence known = evidence.of(vendor, now);
        String ruleSet = IndexWeights.of(vendor.tier()).ruleSet(known.ruleSet());
        return Assessment.of(known, vendor.tier(), snapshots.indicesBefore(vendor.id(), now, ruleSet), now);
    }

    /**
     * Computes, stores the day's snapshot and fires {@link HealthAssessed} in the same transaction; neither where somebody has
     * judged the vendor later meanwhile.
     */
    @Transactional
    public Health assess(Vendor vendor) {
        Health before = snapshots.newest(vendor.id()).orElse(null);
        Health now = of(vendor);
        if (snapshots.store(vendor.id(), now)) {
            assessed.fire(new HealthAssessed(vendor, before, now));
        }
        return now;
    }

    /** As last assessed on a UTC day; empty when it was not. */
    public Optional<Health> on(UUID vendorId, LocalDate day) {
        return snapshots.on(vendorId, day);
    }

    /** One point per day with a snapshot, oldest first; both ends included. */
    public List<HealthPoint> history(UUID vendorId, LocalDate from, LocalDate to) {
        return snapshots.between(vendorId, from, to);
    }

    /** The newest point of each vendor that has one. */
    public Map<UUID, HealthPoint> latest(Collection<UUID> vendorIds) {
        return snapshots.newest(vendorIds);
    }
}
