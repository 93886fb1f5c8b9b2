package io.bellwether.alert;

import io.bellwether.alert.RuleSettings.Slowness;
import io.bellwether.history.GoodAnswers;
import io.bellwether.history.LatencyQuery;
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
import org.jspecify.annotations.Nullable;

/**
 * What is normal for each probe. A baseline changes slowly, so it is kept for minutes, and few are computed at a time.
 */
@Singleton
class Baselines {

    private static final Duration KEPT = Duration.ofMinutes(30);
    /** A new probe soon has enough history. */
    private static final Duration RETRIED = Duration.ofMinutes(1);

    private static final int AT_A_TIME = 20;

    private record Baseline(@Nullable Double median, Instant until) {}

    private final LatencyQuery latency;
    private final Clock clock;
    private final Map<UUID, Baseline> known = new ConcurrentHashMap<>();

    Baselines(LatencyQuery latency, Clock clock) {
        this.latency = latency;
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
        Map<UUID, GoodAnswers> found = latency.of(probes, now.minus(Duration.ofDays(settings.baselineDays())), now);
        for (UUID probe : probes) {
            Double median = median(found.get(probe), settings.baselineCount());
            known.put(probe, new Baseline(median, now.plus(median == null ? RETRIED : KEPT)));
        }
    }

    private static @Nullable Double median(@Nullable GoodAnswers answers, long enough) {
        return answers == null || answers.latency().count() < enough
                ? null
                : answers.latency().p50();
    }
}
