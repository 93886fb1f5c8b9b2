package io.bellwether.history;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Percentiles of the duration of good observations. */
@Singleton
public class LatencyQuery {

    private static final String SELECT = """
            SELECT count(*) AS count,
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_ms) AS p50,
                   percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_ms) AS p95,
                   percentile_cont(0.99) WITHIN GROUP (ORDER BY duration_ms) AS p99
              FROM observation
             WHERE due_at >= :from AND due_at < :to AND outcome IN ('UP', 'DEGRADED') AND kind = 'http'
            """;

    private final Jdbi jdbi;

    LatencyQuery(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Of one probe; empty when it has no good observation in the time. */
    public Optional<LatencySummary> of(UUID probeId, Instant from, Instant to) {
        return summary(SELECT + " AND probe_id = :id HAVING count(*) > 0", probeId, from, to);
    }

    /** Of all http probes of a vendor together; empty when there is no good observation in the time. */
    public Optional<LatencySummary> ofVendor(UUID vendorId, Instant from, Instant to) {
        return summary(SELECT + " AND vendor_id = :id HAVING count(*) > 0", vendorId, from, to);
    }

    private Optional<LatencySummary> summary(String sql, UUID id, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("id", id)
                .bind("from", from)
                .bind("to", to)
                .map(ConstructorMapper.of(LatencySummary.class))
                .findOne());
    }
}
