package io.bellwether.core.score.explain;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.Driver;
import io.bellwether.core.score.IndexWeights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that keeps a weighted mean of scores below 100. */
final class Losses {

    /** The signal of what a dimension has lost for reasons that it does not tell. */
    static final String UNEXPLAINED = "unexplained";

    private static final Comparator<Loss> HEAVIEST_FIRST = Comparator.comparingDouble(Loss::points)
            .reversed()
            .thenComparing(Loss::dimension)
            .thenComparing(Loss::signal);

    private Losses() {}

    /**
     * Heaviest first.
     *
     * @param counted the dimensions among which the weights are shared; what others lost is left out
     */
    static List<Loss> of(Map<Dimension, DimensionScore> scores, IndexWeights weights, Set<Dimension> counted) {
        double all = counted.stream().mapToInt(weights::of).sum();
        List<Loss> losses = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            DimensionScore score = scores.getOrDefault(dimension, DimensionScore.UNKNOWN);
            if (counted.contains(dimension)) {
                add(losses, dimension, score, weights.of(dimension) / all);
            }
        }
        losses.sort(HEAVIEST_FIRST);
        return losses;
    }

    static double sum(List<Loss> losses) {
        return losses.stream().mapToDouble(Loss::points).sum();
    }

    private static void add(List<Loss> losses, Dimension dimension, DimensionScore from, double share) {
        int untold = 100 - from.counted();
        for (Driver driver : from.drivers()) {
            untold -= driver.contribution();
            losses.add(new Loss(
                    dimension,
                    driver.signal(),
                    share * driver.contribution(),
                    driver.since(),
                    driver.source(),
                    driver.text()));
        }
        if (untold != 0) {
            losses.add(new Loss(dimension, UNEXPLAINED, share * untold, null, null, untold(dimension, from.counted())));
        }
    }

    private static Voices untold(Dimension dimension, int score) {
        return new Voices(
                dimension + " at " + score + " of 100; its drivers were not kept.",
                "It has " + score + " points of 100 for " + Words.of(dimension) + "; the reasons were not kept.");
    }
}
