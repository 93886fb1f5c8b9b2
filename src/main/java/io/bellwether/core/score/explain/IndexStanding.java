package io.bellwether.core.score.explain;

import io.bellwether.core.Dimension;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.IndexWeights;
import io.bellwether.core.score.ViabilityIndex;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor stood on a day, and by which rules.
 *
 * @param rules what made the scores
 * @param weights what made the index of them
 * @param scores of which at least one is known
 * @param index 0 to 100
 * @param cap the hard fact that held; null when none did
 */
public record IndexStanding(
        LocalDate day,
        String rules,
        IndexWeights weights,
        Map<Dimension, DimensionScore> scores,
        int index,
        @Nullable HardFact cap) {

    int mean() {
        return Objects.requireNonNull(ViabilityIndex.mean(scores, weights), "no dimension has a score");
    }

    /** What the cap takes from the mean. */
    int capped() {
        return mean() - index;
    }

    Set<Dimension> counted() {
        return ViabilityIndex.counted(scores, weights);
    }

    List<Loss> losses() {
        return Losses.of(scores, weights, counted());
    }
}
