package io.bellwether.core.score.explain;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one driver of a dimension takes from the index.
 *
 * @param points before rounding
 * @param source null where the dimension does not say
 */
record Loss(
        Dimension dimension,
        String signal,
        double points,
        @Nullable Instant since,
        @Nullable String source,
        Voices text) {}
