package io.bellwether.history;

import io.bellwether.core.slo.Account;
import io.bellwether.core.slo.Outage;
import io.bellwether.core.slo.Run;
import io.bellwether.history.Availability.DownMinutes;
import io.bellwether.history.Availability.Incident;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Availability of a vendor over a period, accounted from its http probes' observations. */
@Singleton
public class AvailabilityQuery {

    private final Summaries summaries;

    AvailabilityQuery(Summaries summaries) {
        this.summaries = summaries;
    }

    /**
     * @param from inclusive
     * @param to exclusive; time that has not come yet is unknown
     */
    public Availability of(UUID vendorId, Instant from, Instant to) {
        List<List<Run>> runs = summaries.ofVendor(vendorId, from, to).values().stream()
                .map(Summary::runs)
                .toList();
        Account account = Account.of(runs, from, to);
        List<Incident> incidents =
                account.outages().stream().map(AvailabilityQuery::incident).toList();
        return new Availability(
                account.availability(),
                new DownMinutes(
                        incidents.stream()
                                .mapToDouble(incident -> incident.downMinutes().min())
                                .sum(),
                        incidents.stream()
                                .mapToDouble(incident -> incident.downMinutes().max())
                                .sum()),
                0,
                minutes(account.unknown()),
                Account.METHOD,
                null,
                null,
                runs.stream()
                        .map(List::getFirst)
                        .map(Run::first)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                incidents);
    }

    private static Incident incident(Outage outage) {
        return new Incident(
                outage.startedAt(),
                outage.endedAt(),
                new DownMinutes(minutes(outage.atLeast()), minutes(outage.atMost())),
                outage.reason());
    }

    private static double minutes(Duration duration) {
        return duration.toMillis() / 60_000.0;
    }
}
