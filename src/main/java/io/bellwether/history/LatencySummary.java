package io.bellwether.history;

import io.bellwether.core.sketch.Sketch;

/**
 * How long good observations took, in milliseconds, within 1 %.
 *
 * @param count how many there were, at least 1
 */
public record LatencySummary(long count, double p50, double p95, double p99) {

    static LatencySummary of(Sketch durations) {
        return new LatencySummary(
                durations.count(), durations.quantile(0.5), durations.quantile(0.95), durations.quantile(0.99));
    }
}
