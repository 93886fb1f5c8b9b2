package io.bellwether.health;

import io.bellwether.core.score.LatencyEvidence;
import io.bellwether.history.GoodAnswers;
import io.bellwether.history.LatencyQuery;
import io.bellwether.vendor.ConfiguredProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How fast each http probe of a vendor was answered in the last 24 hours and in the 28 days before. */
@Singleton
class LatencySource {

    private static final Duration RECENT = Duration.ofHours(24);
    private static final Duration BASELINE = Duration.ofDays(28);

    private final LatencyQuery latency;

    LatencySource(LatencyQuery latency) {
        this.latency = latency;
    }

    /** Probes apart, because one that asks for a heavier page would look like a vendor that became slow. */
    List<LatencyEvidence> of(ProbeStates states, Instant now) {
        List<UUID> probes = states.ofKind("http").map(ConfiguredProbe::id).toList();
        Instant since = now.minus(RECENT);
        Map<UUID, GoodAnswers> recent = latency.of(probes, since, now);
        Map<UUID, GoodAnswers> before = latency.of(recent.keySet(), since.minus(BASELINE), since);
        return recent.entrySet().stream()
                .map(entry -> evidence(
                        entry.getKey(),
                        entry.getValue(),
                        before.get(entry.getKey()),
                        since,
                        states.answeredAt(entry.getKey(), now)))
                .toList();
    }

    private static LatencyEvidence evidence(
            UUID probe, GoodAnswers recent, @Nullable GoodAnswers before, Instant since, Instant answeredAt) {
        long count = recent.latency().count();
        return new LatencyEvidence(
                recent.latency().p95(),
                count,
                before == null ? null : before.latency().p95(),
                before == null ? 0 : before.latency().count(),
                (double) recent.degraded() / recent.count(),
                since,
                answeredAt,
                Sources.series(probe, since, answeredAt));
    }
}
