package io.bellwether.core.score;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fast one http probe was answered, over its good observations.
 *
 * @param recentP95 95th percentile of the last 24 hours, milliseconds
 * @param recentCount how many observations that is made of
 * @param baselineP95 the same of the 28 days before; null without observations
 * @param baselineCount how many observations the baseline is made of
 * @param degradedShare share of DEGRADED among the good observations of the last 24 hours, 0 to 1
 * @param since the begin of the last 24 hours
 * @param asOf the newest observation
 * @param source where the observations are
 */
public record LatencyEvidence(
        double recentP95,
        long recentCount,
        @Nullable Double baselineP95,
        long baselineCount,
        double degradedShare,
        Instant since,
        Instant asOf,
        String source) {}
