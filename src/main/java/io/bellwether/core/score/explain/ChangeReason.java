package io.bellwether.core.score.explain;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reason why the index changed.
 *
 * @param dimension whose driver it is; null when it is none of a dimension
 * @param signal of the driver or the hard fact; else {@code coverage}, {@code tier-weights} or {@code rule-set}
 * @param contribution points by which it moved the index, never 0: below 0 it fell
 * @param since when the driver began; null when it is no driver
 * @param source where its evidence is; null when it is no driver
 */
public record ChangeReason(
        Kind kind,
        @Nullable Dimension dimension,
        String signal,
        int contribution,
        @Nullable Instant since,
        @Nullable String source,
        Voices text) {

    /** What became of a driver, or what else it is. */
    public enum Kind {
        /** A driver that was not there. */
        APPEARED,
        /** A driver that takes more than it did. */
        GREW,
        /** A driver that takes less than it did. */
        SHRANK,
        /** A driver that is no longer there. */
        ENDED,
        /** A hard fact that came, went, or has more or less to take. */
        CAP,
        /** Another choice of dimensions has a score: we know more or less than we did. */
        COVERAGE,
        /** Other weights, because the tier or its weights are others: a change of ours. */
        WEIGHTS,
        /** Other rules for the scores: a change of ours. */
        RULES
    }
}
