package io.bellwether.core.posture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target's grade under one rule set, with the way to it.
 *
 * @param score on the rule set's own scale; null when it gives none or it cannot be told
 * @param grade in the rule set's own letters; null when it gives none or it cannot be told
 * @param arithmetic every step from the base to the score and the grade, in order
 * @param untested rules of the set that were not looked at, one sentence each
 */
public record GradeCard(@Nullable Integer score, @Nullable String grade, List<Step> arithmetic, List<String> untested) {

    /**
     * @param text what was done, for an engineer
     * @param amount what it came to: the base, a modifier, a sum; null for a step without a number, such as a cap
     */
    public record Step(String text, @Nullable Double amount) {}

    public GradeCard {
        arithmetic = List.copyOf(arithmetic);
        untested = List.copyOf(untested);
    }
}
