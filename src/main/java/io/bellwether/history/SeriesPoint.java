package io.bellwether.history;

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
        @Nullable Double p99) {}
