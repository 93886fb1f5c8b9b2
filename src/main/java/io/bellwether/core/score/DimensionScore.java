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
 * @param score 0 to 100; null when there is not enough to tell
 * @param confidence how much of the evidence that could be there is there, 0 to 1
 * @param asOf the newest evidence; null without any
 * @param drivers most weighty first; they add up to exactly 100 minus the score
 * @param reason why there is no score, or what overrides the sum of the drivers; null when these say all
 * @param parts what a financial score is made of; empty for the others
 */
public record DimensionScore(
        @Nullable Integer score,
        double confidence,
        @Nullable Instant asOf,
        List<Driver> drivers,
        @Nullable Voices reason,
        List<FinancialPart.PartStanding> parts) {

    public static final DimensionScore UNKNOWN =
            unknown(null, new Voices("No evidence yet.", "There is nothing to judge by yet."));

    private static final Voices UNKNOWN_WITHOUT_FILINGS =
            new Voices("No filings are read.", "There is no public information about its finances.");

    /** @param parts null where it is read from what was stored before there were any */
    public DimensionScore {
        drivers = List.copyOf(drivers);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    public DimensionScore(@Nullable Integer score, double confidence, @Nullable Instant asOf, List<Driver> drivers) {
        this(score, confidence, asOf, drivers, null, List.of());
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
        return new DimensionScore(null, 0, asOf, List.of(), reason, List.of());
    }

    /**
     * As it would be had it neither filed nor shown anything, and had nobody told anything of it; without a score as it is. A
     * financial score that rests on no filings is none without them: what a vendor shows or tells comes and goes in steps.
     */
    public DimensionScore withoutFilings() {
        if (score == null) {
            return this;
        }
        if (parts.stream().anyMatch(part -> part.part() == FinancialPart.EVENTS && part.coverage() == 0)) {
            return unknown(asOf, UNKNOWN_WITHOUT_FILINGS);
        }
        List<Driver> others = drivers.stream()
                .filter(driver -> !FinancialPart.inSteps(driver.signal()))
                .toList();
        int lost = others.stream().mapToInt(Driver::contribution).sum();
        return new DimensionScore(100 - lost, confidence, asOf, others, reason, parts);
    }

    /**
     * With what should be done about each driver.
     *
     * @param vendor the slug of whose score it is
     */
    public DimensionScore advised(String vendor) {
        List<Driver> advised =
                drivers.stream().map(driver -> driver.advised(vendor)).toList();
        return new DimensionScore(score, confidence, asOf, advised, reason, parts);
    }

    DimensionScore because(Voices overriding) {
        return new DimensionScore(score, confidence, asOf, drivers, overriding, parts);
    }

    DimensionScore of(List<FinancialPart.PartStanding> standings) {
        return new DimensionScore(score, confidence, asOf, drivers, reason, standings);
    }
}
