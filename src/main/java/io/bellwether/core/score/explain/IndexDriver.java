package io.bellwether.core.score.explain;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reason why the viability index is not 100.
 *
 * @param dimension whose driver it is; null for a hard fact that caps the index
 * @param signal of the driver, or of the hard fact, for example {@code bankruptcy-filing}
 * @param contribution points taken from 100, at least 1; all of an index add up to exactly 100 minus the index
 * @param since when the driver began; null for a hard fact
 * @param source where the evidence is; null for a hard fact, whose evidence is that of the drivers
 */
public record IndexDriver(
        @Nullable Dimension dimension,
        String signal,
        int contribution,
        @Nullable Instant since,
        @Nullable String source,
        Voices text) {}
