package io.bellwether.history;

import io.bellwether.core.sketch.Sketch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a probe's series.
 *
 * @param at the step's begin
 * @param up how many observations of each outcome fell into the step
 * @param availability share of good among good and down observations, 0 to 1; null without any
 * @param p50 percentiles of the duration of good observations, milliseconds; null without any
 */
public record SeriesPoint(
        Instant at,
        long up,
        long degraded,
        long down,
        long unknown,
        @Nullable Double availability,
        @Nullable Double p50,
        @Nullable Double p95,
        @Nullable Double p99) {

    /** What falls into one step. */
    record Sum(Counts counts, Sketch durations) {

        static Sum of(Rollup part) {
            return new Sum(part.counts(), part.timings().duration());
        }

        Sum plus(Sum other) {
            return new Sum(counts.plus(other.counts), durations.merge(other.durations));
        }

        SeriesPoint point(Instant at) {
            long told = counts.good() + counts.down();
            return new SeriesPoint(
                    at,
                    counts.up(),
                    counts.degraded(),
                    counts.down(),
                    counts.unknown(),
                    told == 0 ? null : (double) counts.good() / told,
                    quantile(0.5),
                    quantile(0.95),
                    quantile(0.99));
        }

        private @Nullable Double quantile(double share) {
            return durations.count() == 0 ? null : durations.quantile(share);
        }
    }
}
