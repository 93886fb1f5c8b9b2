package io.bellwether.core.score.explain;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.IndexWeights;
import io.bellwether.core.score.ViabilityIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Why an index is below 100. */
public final class IndexExplanation {

    private IndexExplanation() {}

    /**
     * Each driver of a dimension takes its points times the dimension's share of the weights, and the cap takes what the mean is
     * above it. Rounded by largest remainder; a driver too light for a point of its own is left out.
     *
     * @param index what these scores make with these weights
     * @return most weighty first; none for a vendor without an index
     */
    public static List<IndexDriver> of(
            Map<Dimension, DimensionScore> scores, IndexWeights weights, ViabilityIndex index) {
        Integer mean = ViabilityIndex.mean(scores, weights);
        if (mean == null || index.index() == null) {
            return List.of();
        }
        List<Loss> losses = Losses.of(scores, weights, ViabilityIndex.counted(scores, weights));
        int[] points = WholePoints.of(losses.stream().map(Loss::points).toList(), 100 - mean);
        List<IndexDriver> drivers = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (points[i] != 0) {
                drivers.add(driver(losses.get(i), points[i]));
            }
        }
        if (index.cap() != null && mean > index.index()) {
            drivers.add(driver(index.cap(), mean - index.index()));
        }
        drivers.sort(Comparator.comparingInt(IndexDriver::contribution).reversed());
        return List.copyOf(drivers);
    }

    private static IndexDriver driver(Loss loss, int points) {
        return new IndexDriver(loss.dimension(), loss.signal(), points, loss.since(), loss.source(), loss.text());
    }

    private static IndexDriver driver(HardFact cap, int points) {
        return new IndexDriver(null, cap.signal(), points, null, null, text(cap));
    }

    static Voices text(HardFact cap) {
        return new Voices(
                "Capped at " + cap.limit() + " by a hard fact: " + cap.reason() + ".",
                "It cannot have more than " + cap.limit() + " points of 100 while this is so: "
                        + HardFact.meaning(cap.reason()) + ".");
    }
}
