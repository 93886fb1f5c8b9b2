package io.bellwether.core.score;

import io.bellwether.core.Dimension;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one number for a vendor: the weighted mean of the dimensions that count, capped by hard facts.
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

    private static final double PERCENT = 100;

    public static ViabilityIndex of(
            Map<Dimension, DimensionScore> scores, Set<HardFact> hardFacts, IndexWeights weights) {
        HardFact cap =
                hardFacts.stream().min(Comparator.comparingInt(HardFact::limit)).orElse(null);
        Integer mean = mean(scores, weights);
        if (mean == null) {
            return new ViabilityIndex(null, null, 0, cap);
        }
        int index = cap == null ? mean : Math.min(mean, cap.limit());
        return new ViabilityIndex(index, grade(index), confidence(scores, weights), cap);
    }

    /**
     * The dimensions whose mean the index is: those that have a score, and those that {@link DimensionScore#onlyLowers only
     * lower} where they do.
     *
     * @return none when no dimension has a score
     */
    public static Set<Dimension> counted(Map<Dimension, DimensionScore> scores, IndexWeights weights) {
        Set<Dimension> counted = EnumSet.noneOf(Dimension.class);
        scores.forEach((dimension, score) -> {
            if (score.score() != null && !score.onlyLowers()) {
                counted.add(dimension);
            }
        });
        if (counted.isEmpty()) {
            return DimensionScore.judged(scores);
        }
        double mean = exactMean(scores, weights, counted);
        scores.forEach((dimension, score) -> {
            if (score.onlyLowers() && score.counted() < mean) {
                counted.add(dimension);
            }
        });
        return counted;
    }

    /** What the index were without hard facts, 0 to 100; null when no dimension has a score. */
    public static @Nullable Integer mean(Map<Dimension, DimensionScore> scores, IndexWeights weights) {
        Set<Dimension> counted = counted(scores, weights);
        return counted.isEmpty() ? null : (int) Math.round(exactMean(scores, weights, counted));
    }

    private static double exactMean(
            Map<Dimension, DimensionScore> scores, IndexWeights weights, Set<Dimension> counted) {
        int all = counted.stream().mapToInt(weights::of).sum();
        int sum = counted.stream()
                .mapToInt(dimension -> weights.of(dimension)
                        * scores.getOrDefault(dimension, DimensionScore.UNKNOWN).counted())
                .sum();
        return (double) sum / all;
    }

    private static double confidence(Map<Dimension, DimensionScore> scores, IndexWeights weights) {
        double confidence = 0;
        for (Dimension dimension : Dimension.values()) {
            DimensionScore score = scores.getOrDefault(dimension, DimensionScore.UNKNOWN);
            if (score.score() != null) {
                confidence += weights.of(dimension) / PERCENT * score.confidence();
            }
        }
        return Confidence.of(confidence);
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
