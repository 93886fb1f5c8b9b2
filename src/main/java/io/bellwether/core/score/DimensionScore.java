package io.bellwether.core.score;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one dimension of a vendor stands.
 *
 * @param score 0 to 100; null when there is not enough to tell, or no longer
 * @param confidence how much of the evidence that could be there is there, 0 to 1
 * @param asOf the newest evidence; null without any
 * @param drivers most weighty first; they add up to exactly 100 minus the score or, where it {@code onlyLowers} without one, to
 *     what is missing of what was known last
 * @param reason why there is no score, or what overrides the sum of the drivers; null when these say all
 * @param parts what a financial score is made of; empty for the others
 * @param onlyLowers whether it counts in the index only where it lowers it: nothing is known but bad news, or the coverage ended.
 *     So bad news never lifts an index by making a dimension known, nor by ending what was known of it
 */
public record DimensionScore(
        @Nullable Integer score,
        double confidence,
        @Nullable Instant asOf,
        List<Driver> drivers,
        @Nullable Voices reason,
        List<FinancialPart.PartStanding> parts,
        boolean onlyLowers) {

    public static final DimensionScore UNKNOWN =
            unknown(null, new Voices("No evidence yet.", "There is nothing to judge by yet."));

    /** @param parts null where it is read from what was stored before there were any */
    public DimensionScore {
        drivers = List.copyOf(drivers);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    public DimensionScore(@Nullable Integer score, double confidence, @Nullable Instant asOf, List<Driver> drivers) {
        this(score, confidence, asOf, drivers, null, List.of(), false);
    }

    /** Those of them that have a score. */
    public static Set<Dimension> judged(Map<Dimension, DimensionScore> scores) {
        return scores.entrySet().stream()
                .filter(entry -> entry.getValue().score() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Dimension.class)));
    }

    /** No score, and why: that is neither good nor bad. */
    public static DimensionScore unknown(@Nullable Instant asOf, Voices reason) {
        return new DimensionScore(null, 0, asOf, List.of(), reason, List.of(), false);
    }

    /** What it counts with in the index if it does, 0 to 100. */
    public int counted() {
        return score != null
                ? score
                : 100 - drivers.stream().mapToInt(Driver::contribution).sum();
    }

    /**
     * With what should be done about each driver.
     *
     * @param vendor the slug of whose score it is
     */
    public DimensionScore advised(String vendor) {
        List<Driver> advised =
                drivers.stream().map(driver -> driver.advised(vendor)).toList();
        return new DimensionScore(score, confidence, asOf, advised, reason, parts, onlyLowers);
    }

    DimensionScore because(Voices overriding) {
        return new DimensionScore(score, confidence, asOf, drivers, overriding, parts, onlyLowers);
    }

    DimensionScore of(List<FinancialPart.PartStanding> standings) {
        return new DimensionScore(score, confidence, asOf, drivers, reason, standings, onlyLowers);
    }

    /** The same, known by bad news alone. */
    public DimensionScore onlyLowering() {
        return new DimensionScore(score, confidence, asOf, drivers, reason, parts, true);
    }

    /** With what was known last, which is a score no longer. */
    DimensionScore ended(Voices why) {
        return new DimensionScore(null, 0, asOf, drivers, why, parts, true);
    }
}
