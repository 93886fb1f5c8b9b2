package io.bellwether.core.score;

import io.bellwether.core.Voices;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one dimension of a vendor stands.
 *
 * @param score 0 to 100; null when there is not enough to tell
 * @param confidence how much of the evidence that could be there is there, 0 to 1
 * @param asOf the newest evidence; null without any
 * @param drivers most weighty first; they add up to exactly 100 minus the score
 * @param reason why there is no score, or what overrides the sum of the drivers; null when these say all
 */
public record DimensionScore(
        @Nullable Integer score,
        double confidence,
        @Nullable Instant asOf,
        List<Driver> drivers,
        @Nullable Voices reason) {

    public static final DimensionScore UNKNOWN =
            unknown(null, new Voices("No evidence yet.", "There is nothing to judge by yet."));

    public DimensionScore(@Nullable Integer score, double confidence, @Nullable Instant asOf, List<Driver> drivers) {
        this(score, confidence, asOf, drivers, null);
    }

    /** No score, and why: that is neither good nor bad. */
    public static DimensionScore unknown(@Nullable Instant asOf, Voices reason) {
        return new DimensionScore(null, 0, asOf, List.of(), reason);
    }

    /** As it would be had nothing been filed, neither events nor statements; without a score as it is. */
    public DimensionScore withoutFilings() {
        if (score == null) {
            return this;
        }
        List<Driver> others = drivers.stream()
                .filter(driver -> !FilingWeights.knows(driver.signal()))
                .filter(driver -> !driver.signal().equals(FinancialScore.STATEMENTS))
                .toList();
        int lost = others.stream().mapToInt(Driver::contribution).sum();
        return new DimensionScore(100 - lost, confidence, asOf, others, reason);
    }

    DimensionScore because(Voices overriding) {
        return new DimensionScore(score, confidence, asOf, drivers, overriding);
    }
}
