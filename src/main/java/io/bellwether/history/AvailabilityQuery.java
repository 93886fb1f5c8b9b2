package io.bellwether.history;

import io.bellwether.core.slo.Account;
import io.bellwether.core.slo.Outage;
import io.bellwether.core.slo.Run;
import io.bellwether.history.Availability.DownMinutes;
import io.bellwether.history.Availability.Incident;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Availability of a vendor over a period, accounted from its http probes' observations. */
@Singleton
public class AvailabilityQuery {

    private final Jdbi jdbi;

    AvailabilityQuery(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param from inclusive
     * @param to exclusive; time that has not come yet is unknown
     */
    public Availability of(UUID vendorId, Instant from, Instant to) {
        Account account = Account.of(runs(vendorId, from, to).values(), from, to);
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

    private record ProbeRun(UUID probeId, Run run) {}

    /** Rows that say the same are folded in the database: a quarter of a well vendor is one row per probe. */
    private Map<UUID, List<Run>> runs(UUID vendorId, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        WITH seen AS (
                          SELECT probe_id, due_at, every_ms, reason,
                                 CASE outcome WHEN 'UP' THEN 'GOOD' WHEN 'DEGRADED' THEN 'GOOD' ELSE outcome END AS state
                            FROM observation
                           WHERE vendor_id = :vendor AND kind = 'http' AND due_at >= :from AND due_at < :to),
                        marked AS (
                          SELECT *, CASE WHEN lag(state) OVER by_time = state
                                          AND lag(due_at) OVER by_time
                                              + lag(every_ms) OVER by_time * interval '1 millisecond' >= due_at
                                    THEN 0 ELSE 1 END AS changed
                            FROM seen WINDOW by_time AS (PARTITION BY probe_id ORDER BY due_at)),
                        numbered AS (
                          SELECT *, sum(changed) OVER (PARTITION BY probe_id ORDER BY due_at) AS run FROM marked)
                        SELECT probe_id, state, min(due_at) AS first,
                               max(due_at + every_ms * interval '1 millisecond') AS until,
                               (array_agg(every_ms ORDER BY due_at DESC))[1] AS every_ms,
                               (array_agg(reason ORDER BY due_at))[1] AS reason
                          FROM numbered GROUP BY probe_id, run, state ORDER BY probe_id, first""")
                .bind("vendor", vendorId)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new ProbeRun(
                        row.getObject("probe_id", UUID.class),
                        new Run(
                                Run.State.valueOf(row.getString("state")),
                                row.getTimestamp("first").toInstant(),
                                row.getTimestamp("until").toInstant(),
                                Duration.ofMillis(row.getLong("every_ms")),
                                row.getString("reason"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        ProbeRun::probeId,
                        LinkedHashMap::new,
                        Collectors.mapping(ProbeRun::run, Collectors.toList()))));
    }
}
