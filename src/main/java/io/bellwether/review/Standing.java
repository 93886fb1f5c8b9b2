package io.bellwether.review;

import io.bellwether.core.score.Trend;
import io.bellwether.health.Health;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the vendor stood at the end of the period; all null when nobody assessed it then. */
record Standing(
        @Nullable Instant asOf,
        @Nullable Integer index,
        @Nullable String grade,
        @Nullable Trend trend,
        double confidence,
        @Nullable Integer financial) {

    private static final Standing UNKNOWN = new Standing(null, null, null, null, 0, null);

    static Standing of(Material material) {
        Health health = material.health();
        return health == null
                ? UNKNOWN
                : new Standing(
                        health.asOf(),
                        health.index(),
                        health.grade(),
                        health.trend(),
                        health.confidence(),
                        health.dimensions().financial().score());
    }
}
