package io.bellwether.alert;

import io.bellwether.alert.RuleSettings.Slowness;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What is normal for each probe. A baseline changes slowly and costs a scan of a week, so it is kept for minutes, and few
 * are computed at a time.
 */
@Singleton
class Baselines {

    private static final Duration KEPT = Duration.ofMinutes(30);
    /** A new probe soon has enough history. */
    private static final Duration RETRIED = Duration.ofMinutes(1);

    private static final int AT_A_TIME = 20;

    private record Baseline(@Nullable Double median, Instant until) {}

    private final Jdbi jdbi;
    private final Clock clock;
    private final Map<UUID, Baseline> known = new ConcurrentHashMap<>();

    Baselines(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The median duration of good observations in milliseconds, of those probes that have enough of them. */
    Map<UUID, Double> of(Collection<UUID> probes, Slowness settings) {
        Instant now = clock.instant();
        List<UUID> wanted = probes.stream()
                .distinct()
                .filter(probe ->
                        !known.containsKey(probe) || !known.get(probe).until().isAfter(now))
                .limit(AT_A_TIME)
                .toList();
        if (!wanted.isEmpty()) {
            load(wanted, now, settings);
        }
        Map<UUID, Double> medians = new HashMap<>();
        for (UUID probe : probes) {
            Baseline baseline = known.get(probe);
            if (baseline != null && baseline.median() != null) {
                medians.put(probe, baseline.median());
            }
        }
        return medians;
    }

    private void load(List<UUID> probes, Instant now, Slowness settings) {
        Map<UUID, Double> medians = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT probe_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_ms) AS median
                          FROM observation
                         WHERE probe_id = ANY (:probes) AND due_at >= :from AND outcome IN ('UP', 'DEGRADED')
                         GROUP BY probe_id HAVING count(*) >= :enough""")
                .bindArray("probes", UUID.class, probes.toArray())
                .bind("from", now.minus(Duration.ofDays(settings.baselineDays())))
                .bind("enough", settings.baselineCount())
                .collectRows(Collectors.toMap(
                        row -> row.getColumn("probe_id", UUID.class), row -> row.getColumn("median", Double.class))));
        for (UUID probe : probes) {
            Double median = medians.get(probe);
            known.put(probe, new Baseline(median, now.plus(median == null ? RETRIED : KEPT)));
        }
    }
}
