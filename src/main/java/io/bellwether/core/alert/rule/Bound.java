package io.bellwether.core.alert.rule;

import org.jspecify.annotations.Nullable;

/**
 * Between what a number may be set.
 *
 * @param min inclusive; null when there is no least
 * @param max inclusive; null when there is no most
 */
public record Bound(@Nullable Double min, @Nullable Double max) {

    /** Whether there is any number that it allows. */
    public boolean possible() {
        return (min == null || Double.isFinite(min))
                && (max == null || Double.isFinite(max))
                && (min == null || max == null || min <= max);
    }

    public boolean allows(double value) {
        return Double.isFinite(value) && (min == null || value >= min) && (max == null || value <= max);
    }

    /** In words, for example {@code between 200 and 5000}. */
    public String words() {
        if (min == null) {
            return max == null ? "any number" : "at most " + Figures.plain(max);
        }
        return max == null
                ? "at least " + Figures.plain(min)
                : "between " + Figures.plain(min) + " and " + Figures.plain(max);
    }
}
