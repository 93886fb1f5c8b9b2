package io.bellwether.slo;

import io.bellwether.core.slo.Account;
import io.bellwether.core.slo.ErrorBudget;
import io.bellwether.core.slo.Outage;
import io.bellwether.core.slo.Run;
import io.bellwether.core.slo.Span;
import io.bellwether.history.RunQuery;
import io.bellwether.slo.Availability.DownMinutes;
import io.bellwether.slo.Availability.Incident;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Availability of a vendor over a period, accounted from its probes' observations, maintenance left out. */
@Singleton
public class AvailabilityQuery {

    private final RunQuery runs;
    private final Maintenance maintenance;
    private final Objectives objectives;

    AvailabilityQuery(RunQuery runs, Maintenance maintenance, Objectives objectives) {
        this.runs = runs;
        this.maintenance = maintenance;
        this.objectives = objectives;
    }

    /**
     * @param from inclusive
     * @param to exclusive; time that has not come yet is unknown
     */
    public Availability of(UUID vendorId, Instant from, Instant to) {
        Span period = new Span(from, to);
        Collection<List<Run>> seen = runs.ofVendor(vendorId, from, to).values();
        Account account = Account.of(seen, maintenance.excluded(vendorId, period), from, to);
        ServiceObjective objective = objectives.strictest(vendorId).orElse(null);
        List<Incident> incidents =
                account.outages().stream().map(AvailabilityQuery::incident).toList();
        return new Availability(
                account.availability(),
                sum(incidents),
                Minutes.of(account.excluded()),
                Minutes.of(account.unknown()),
                Account.METHOD,
                objective == null ? null : objective.goal().target(),
                objective == null ? null : ErrorBudget.of(objective.goal(), period, account),
                observedSince(seen),
                incidents);
    }

    private static Incident incident(Outage outage) {
        return new Incident(
                outage.startedAt(),
                outage.endedAt(),
                new DownMinutes(Minutes.of(outage.atLeast()), Minutes.of(outage.atMost())),
                outage.reason());
    }

    private static DownMinutes sum(List<Incident> incidents) {
        return new DownMinutes(
                incidents.stream()
                        .mapToDouble(incident -> incident.downMinutes().min())
                        .sum(),
                incidents.stream()
                        .mapToDouble(incident -> incident.downMinutes().max())
                        .sum());
    }

    private static @Nullable Instant observedSince(Collection<List<Run>> seen) {
        return seen.stream()
                .map(List::getFirst)
                .map(Run::first)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
