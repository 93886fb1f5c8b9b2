package io.bellwether.core.score;

import io.bellwether.core.Dimension;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one number for a vendor: the weighted mean of the dimensions that have a score, capped by hard facts.
 *
 * @param index 0 to 100; null when no dimension has a score
 * @param grade A from 90, B from 75, C from 60, D from 40, else F; null without an index
 * @param confidence weighted mean of all four confidences, 0 to 1: a dimension without a score counts with 0
 * @param cap the hard fact with the lowest limit; null when there is none
 */
public record ViabilityIndex(
        @Nullable Integer index,
        @Nullable String grade,
        double confidence,
        @Nullable HardFact cap) {

    /**
     * Uptime weighs most: a vendor that cannot be used is of no use. Security and finances say what may come and weigh the
     * same. Latency annoys before it harms.
     */
    public static final Map<Dimension, Double> WEIGHTS = Map.of(
            Dimension.UPTIME, 0.35, Dimension.LATENCY, 0.15, Dimension.SECURITY, 0.25, Dimension.FINANCIAL, 0.25);

    public static ViabilityIndex of(Map<Dimension, DimensionScore> scores, Set<HardFact> hardFacts) {
        HardFact cap =
                hardFacts.stream().min(Comparator.comparingInt(HardFact::limit)).orElse(null);
        double confidence = 0;
        double weights = 0;
        double sum = 0;
        for (Dimension dimension : Dimension.values()) {
            DimensionScore score = scores.getOrDefault(dimension, DimensionScore.UNKNOWN);
            double weight = WEIGHTS.getOrDefault(dimension, 0.0);
            if (score.score() != null) {
                confidence += weight * score.confidence();
                weights += weight;
                sum += weight * score.score();
            }
        }
        if (weights == 0) {
            return new ViabilityIndex(null, null, 0, cap);
        }
        int mean = (int) Math.round(sum / weights);
        int index = cap == null ? mean : Math.min(mean, cap.limit());
        return new ViabilityIndex(index, grade(index), Confidence.of(confidence), cap);
    }

    static String grade(int index) {
        if (index >= 90) {
            return "A";
        }
        if (index >= 75) {
            return "B";
        }
        if (index >= 60) {
            return "C";
        }
        return index >= 40 ? "D" : "F";
    }
}
