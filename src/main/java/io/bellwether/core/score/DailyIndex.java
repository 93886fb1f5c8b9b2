package io.bellwether.core.score;

import io.bellwether.core.Dimension;
import java.time.LocalDate;
import java.util.Set;

/**
 * The viability index of one day.
 *
 * @param day in UTC
 * @param ruleSet the version of the rules that made it
 * @param scope what was looked at: 0 for what is looked at today, and another number for each other choice of probes and their
 *     settings
 * @param judged the dimensions that had a score; empty where that is not told, which is like any
 */
public record DailyIndex(LocalDate day, int index, String ruleSet, int scope, Set<Dimension> judged) {

    /** Of a day on which the same was looked at as today. */
    public DailyIndex(LocalDate day, int index, String ruleSet) {
        this(day, index, ruleSet, 0, Set.of());
    }

    /** Whether the same rules made both of the same dimensions. */
    public boolean isComparableWith(DailyIndex other) {
        return ruleSet.equals(other.ruleSet)
                && (judged.isEmpty() || other.judged.isEmpty() || judged.equals(other.judged));
    }
}
