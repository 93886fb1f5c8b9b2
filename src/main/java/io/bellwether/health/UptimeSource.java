package io.bellwether.health;

import io.bellwether.core.honesty.AnsweredOutage;
import io.bellwether.core.score.UptimeEvidence;
import io.bellwether.core.score.UptimeEvidence.Outage;
import io.bellwether.core.slo.Span;
import io.bellwether.health.honesty.HonestyQuery;
import io.bellwether.slo.Availability;
import io.bellwether.slo.Availability.Incident;
import io.bellwether.slo.AvailabilityQuery;
import io.bellwether.slo.Maintenance;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What history says about a vendor's uptime in the last 30 days. */
@Singleton
class UptimeSource {

    private static final Duration WINDOW = Duration.ofDays(30);

    private final AvailabilityQuery availability;
    private final Maintenance maintenance;
    private final HonestyQuery honesty;

    UptimeSource(AvailabilityQuery availability, Maintenance maintenance, HonestyQuery honesty) {
        this.availability = availability;
        this.maintenance = maintenance;
        this.honesty = honesty;
    }

    UptimeEvidence of(Vendor vendor, ProbeStates states, Instant now) {
        Instant from = now.minus(WINDOW);
        Availability measured = availability.of(vendor.id(), from, now);
        List<Duration> denied = denied(vendor, measured, new Span(from, now));
        return new UptimeEvidence(
                measured.availability(),
                measured.downMinutes().min(),
                measured.incidents().size(),
                outage(vendor, measured, states, now),
                denied.size(),
                minutes(denied.stream().reduce(Duration.ZERO, Duration::plus)),
                coverage(measured, now),
                measured.incidents().stream()
                        .map(Incident::startedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(from),
                asOf(states),
                Sources.availability(vendor, from, now));
    }

    /** For how long the vendor's status page denied each outage that it denied. */
    private List<Duration> denied(Vendor vendor, Availability measured, Span window) {
        return measured.incidents().isEmpty()
                ? List.of()
                : honesty.honesty(vendor.id(), window).outages().stream()
                        .map(AnsweredOutage::denied)
                        .filter(Duration::isPositive)
                        .toList();
    }

    private @Nullable Outage outage(Vendor vendor, Availability measured, ProbeStates states, Instant now) {
        return states.outage(now)
                .filter(_ -> !maintenance.covers(vendor.id(), now))
                .map(state -> {
                    Instant since = lasting(measured).orElse(state.since());
                    return new Outage(since, Sources.observations(state.probeId(), since, now));
                })
                .orElse(null);
    }

    private static Optional<Instant> lasting(Availability measured) {
        return measured.incidents().stream()
                .filter(incident -> incident.endedAt() == null)
                .map(Incident::startedAt)
                .min(Comparator.naturalOrder());
    }

    /** Share of the time since the first observation in the window; excluded time lacks nothing. */
    private static double coverage(Availability measured, Instant now) {
        Instant since = measured.observedSince();
        double expected = since == null ? 0 : minutes(Duration.between(since, now));
        double known = minutes(WINDOW) - measured.unknownMinutes();
        return expected <= 0 ? 0 : Math.clamp(known / expected, 0, 1);
    }

    private static @Nullable Instant asOf(ProbeStates states) {
        return states.deciding()
                .map(state -> states.answeredAt(state.probeId(), state.at()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static double minutes(Duration duration) {
        return duration.toMillis() / 60_000.0;
    }
}
