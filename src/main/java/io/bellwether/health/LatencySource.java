package io.bellwether.health;

import io.bellwether.core.score.LatencyEvidence;
import io.bellwether.vendor.ConfiguredProbe;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How fast each http probe of a vendor was answered in the last 24 hours and in the 28 days before. */
@Singleton
class LatencySource {

    private static final Duration RECENT = Duration.ofHours(24);
    private static final Duration BASELINE = Duration.ofDays(28);

    private final Jdbi jdbi;

    LatencySource(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Probes apart, because one that asks for a heavier page would look like a vendor that became slow. */
    List<LatencyEvidence> of(ProbeStates states, Instant now) {
        List<UUID> probes = states.ofKind("http").map(ConfiguredProbe::id).toList();
        Instant since = now.minus(RECENT);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT probe_id,
                               count(*) FILTER (WHERE due_at >= :since) AS recent_count,
                               percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_ms)
                                 FILTER (WHERE due_at >= :since) AS recent_p95,
                               count(*) FILTER (WHERE due_at >= :since AND outcome = 'DEGRADED') AS degraded,
                               max(due_at) AS newest,
                               count(*) FILTER (WHERE due_at < :since) AS baseline_count,
                               percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_ms)
                                 FILTER (WHERE due_at < :since) AS baseline_p95
                          FROM observation
                         WHERE probe_id = ANY (:probes) AND outcome IN ('UP', 'DEGRADED')
                           AND due_at >= :from AND due_at < :now
                         GROUP BY probe_id HAVING max(due_at) >= :since""")
                .bindArray("probes", UUID.class, probes)
                .bind("from", since.minus(BASELINE))
                .bind("since", since)
                .bind("now", now)
                .map((row, context) -> evidence(row, since, now))
                .list());
    }

    private static LatencyEvidence evidence(ResultSet row, Instant since, Instant now) throws SQLException {
        long recent = row.getLong("recent_count");
        return new LatencyEvidence(
                row.getDouble("recent_p95"),
                recent,
                row.getObject("baseline_p95", Double.class),
                row.getLong("baseline_count"),
                (double) row.getLong("degraded") / recent,
                since,
                row.getTimestamp("newest").toInstant(),
                Sources.series(row.getObject("probe_id", UUID.class), since, now));
    }
}
