package io.bellwether.history;

import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Observations of a probe counted and summarised in steps of time. */
@Singleton
public class SeriesQuery {

    private static final int MAX_POINTS = 5_000;

    private final Jdbi jdbi;

    SeriesQuery(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param step at least one second; steps are aligned to multiples of it since 1970
     * @return the steps with at least one observation, oldest first
     * @throws Problem 400 when the range is empty or holds more than 5,000 steps
     */
    public List<SeriesPoint> series(UUID probeId, Instant from, Instant to, Duration step) {
        if (step.compareTo(Duration.ofSeconds(1)) < 0) {
            throw Problem.invalid("step", "Must be at least PT1S.");
        }
        if (Duration.between(from, to).dividedBy(step) > MAX_POINTS) {
            throw Problem.invalid("step", "The range holds more than " + MAX_POINTS + " steps; take a longer step.");
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT date_bin(:step * interval '1 millisecond', due_at, timestamptz 'epoch') AS at,
                               count(*) FILTER (WHERE outcome = 'UP') AS up,
                               count(*) FILTER (WHERE outcome = 'DEGRADED') AS degraded,
                               count(*) FILTER (WHERE outcome = 'DOWN') AS down,
                               count(*) FILTER (WHERE outcome = 'UNKNOWN') AS unknown,
                               count(*) FILTER (WHERE outcome IN ('UP', 'DEGRADED'))::float8
                                 / nullif(count(*) FILTER (WHERE outcome <> 'UNKNOWN'), 0) AS availability,
                               percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_ms)
                                 FILTER (WHERE outcome IN ('UP', 'DEGRADED')) AS p50,
                               percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_ms)
                                 FILTER (WHERE outcome IN ('UP', 'DEGRADED')) AS p95,
                               percentile_cont(0.99) WITHIN GROUP (ORDER BY duration_ms)
                                 FILTER (WHERE outcome IN ('UP', 'DEGRADED')) AS p99
                          FROM observation
                         WHERE probe_id = :probe AND due_at >= :from AND due_at < :to
                         GROUP BY 1 ORDER BY 1""")
                .bind("step", step.toMillis())
                .bind("probe", probeId)
                .bind("from", from)
                .bind("to", to)
                .map(ConstructorMapper.of(SeriesPoint.class))
                .list());
    }
}
