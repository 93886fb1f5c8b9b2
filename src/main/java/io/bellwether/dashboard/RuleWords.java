package io.bellwether.dashboard;

import io.bellwether.alert.AlertRule;
import io.bellwether.alert.rule.RuleKind;

/** What rules mean, in words. */
final class RuleWords {

    private RuleWords() {}

    /** What somebody has written about it, else what its kind does. */
    static String meaning(AlertRule rule) {
        return rule.description().isBlank()
                ? RuleKind.named(rule.kind()).map(RuleWords::of).orElse("")
                : rule.description();
    }

    private static String of(RuleKind kind) {
        return switch (kind) {
            case THRESHOLD -> "A figure is beyond a value; over when it is back at the recovery value.";
            case NO_DATA -> "Nothing, or nothing but UNKNOWN, was observed for a time.";
            case SCORE_DROP -> "A score or the viability index fell by so many points within so many days.";
            case ANOMALY -> "An hour is much slower than the same hour of the week usually is.";
            case BURN_RATE -> "The error budget of an objective is used faster than it lasts.";
        };
    }
}
