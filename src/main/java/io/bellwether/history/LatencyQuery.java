package io.bellwether.history;

import io.bellwether.core.sketch.Sketch;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Percentiles of the duration of good observations, within 1 % of the exact ones. Those during which our own node stood still have
 * none.
 */
@Singleton
public class LatencyQuery {

    private final Summaries summaries;

    LatencyQuery(Summaries summaries) {
        this.summaries = summaries;
    }

    /** Of one probe; empty when it has no good observation in the time. */
    public Optional<LatencySummary> of(UUID probeId, Instant from, Instant to) {
        return Optional.ofNullable(of(List.of(probeId), from, to).get(probeId)).map(GoodAnswers::latency);
    }

    /** Of several probes apart; one without a good observation in the time is missing. */
    public Map<UUID, GoodAnswers> of(Collection<UUID> probes, Instant from, Instant to) {
        Map<UUID, GoodAnswers> found = new HashMap<>();
        summaries.of(probes, from, to).forEach((probe, summary) -> {
            Sketch durations = summary.durations();
            if (durations.count() > 0) {
                Counts counts = summary.counts();
                found.put(probe, new GoodAnswers(LatencySummary.of(durations), counts.good(), counts.degraded()));
            }
        });
        return found;
    }
}
