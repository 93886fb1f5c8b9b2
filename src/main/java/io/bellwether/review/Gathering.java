package io.bellwether.review;

import io.bellwether.alert.Alerts;
import io.bellwether.fact.EntityFacts;
import io.bellwether.fact.Facts;
import io.bellwether.health.Health;
import io.bellwether.health.HealthPoint;
import io.bellwether.health.HealthService;
import io.bellwether.health.honesty.HonestyQuery;
import io.bellwether.history.LatencyQuery;
import io.bellwether.slo.AvailabilityQuery;
import io.bellwether.vendor.EntityRegister;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects what a review is made of; the only part of its making that reads anything. */
@Singleton
class Gathering {

    private static final String JUDGES_LATENCY = "http";

    private final AvailabilityQuery availability;
    private final LatencyQuery latency;
    private final ProbeRegister probes;
    private final Facts facts;
    private final EntityRegister entities;
    private final Alerts alerts;
    private final HealthService health;
    private final HonestyQuery honesty;
    private final QuarterBefore before;

    Gathering(
            AvailabilityQuery availability,
            LatencyQuery latency,
            ProbeRegister probes,
            Facts facts,
            EntityRegister entities,
            Alerts alerts,
            HealthService health,
            HonestyQuery honesty,
            QuarterBefore before) {
        this.availability = availability;
        this.latency = latency;
        this.probes = probes;
        this.facts = facts;
        this.entities = entities;
        this.alerts = alerts;
        this.health = health;
        this.honesty = honesty;
        this.before = before;
    }

    Material of(Vendor vendor, ReviewPeriod period, @Nullable Review previous, Instant now) {
        UUID id = vendor.id();
        List<HealthPoint> points =
                health.history(id, day(period.from()), day(period.until().minusNanos(1)));
        return new Material(
                vendor,
                period,
                availability.of(id, period.from(), period.until()),
                months(id, period),
                before.availability(vendor, period.previous(), previous),
                honesty.of(vendor, period.from(), period.until()),
                latency(id, period, previous),
                EntityFacts.of(facts.between(id, Instant.EPOCH, now), entities.watching(id))
                        .own(),
                alerts.between(id, period.from(), period.until()),
                points,
                period.partial() ? health.of(vendor) : atEnd(points),
                previous);
    }

    private List<Material.Month> months(UUID vendorId, ReviewPeriod period) {
        return period.months().stream()
                .map(month -> new Material.Month(month, availability.of(vendorId, month.from(), month.to())))
                .toList();
    }

    private List<Material.ProbeLatency> latency(UUID vendorId, ReviewPeriod period, @Nullable Review previous) {
        return probes.of(vendorId).stream()
                .filter(probe -> probe.kind().equals(JUDGES_LATENCY))
                .map(probe -> new Material.ProbeLatency(
                        probe,
                        latency.of(probe.id(), period.from(), period.until()).orElse(null),
                        before.latency(probe.id(), period.previous(), previous)))
                .toList();
    }

    private @Nullable Health atEnd(List<HealthPoint> points) {
        if (points.isEmpty()) {
            return null;
        }
        HealthPoint last = points.getLast();
        return health.on(last.vendorId(), last.day()).orElse(null);
    }

    /** Snapshots are kept by days of UTC, whatever the zone of the review. */
    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
