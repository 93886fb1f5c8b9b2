package io.bellwether.core.slo;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of an objective at a time.
 *
 * @param shortWindow the rule's, widened where it would hold too few answers
 * @param longRate how many times as fast as it lasts the budget was used in the long window; with too little known, the
 *     least it can have been
 * @param shortRate the same for the short window
 * @param reason one sentence
 */
public record BurnRate(
        BurnRule rule, Duration shortWindow, State state, double longRate, double shortRate, String reason) {

    public enum State {
        BURNING,
        CALM,
        /** We could not tell. Never to be shown as calm: an objective without data would stay green for ever. */
        UNKNOWN,
        /** The rule is of no use for the objective, or not yet; the reason says why. */
        UNFIT
    }

    private static final double ROUNDING = 1e-9;

    public static BurnRate of(BurnRule rule, Objective objective, Watch watch) {
        Duration shortWindow = rule.shortWindow(watch.every());
        Measured over = watch.last().apply(rule.longWindow());
        Measured lately = watch.last().apply(shortWindow);
        double longRate = over.badShare() / objective.allowed();
        double shortRate = lately.badShare() / objective.allowed();

        String obstacle = obstacle(rule, objective, watch);
        if (obstacle != null) {
            return new BurnRate(rule, shortWindow, State.UNFIT, longRate, shortRate, obstacle);
        }
        if (Math.min(longRate, shortRate) > rule.factor() + ROUNDING && rule.isEnough(over, lately)) {
            String pace = String.format(
                    Locale.ROOT,
                    "The error budget was used %.1f times as fast as it lasts in %s and %.1f times in %s.",
                    longRate,
                    rule.longWindow(),
                    shortRate,
                    shortWindow);
            return new BurnRate(rule, shortWindow, State.BURNING, longRate, shortRate, pace);
        }
        if (!over.suffices() || !lately.suffices()) {
            Duration dark = lately.suffices() ? rule.longWindow() : shortWindow;
            String missing = "Less than half of the last " + dark + " is known.";
            return new BurnRate(rule, shortWindow, State.UNKNOWN, longRate, shortRate, missing);
        }
        return new BurnRate(
                rule, shortWindow, State.CALM, longRate, shortRate, "The error budget is not used too fast.");
    }

    private static @Nullable String obstacle(BurnRule rule, Objective objective, Watch watch) {
        if (watch.age().compareTo(rule.longWindow()) < 0) {
            return "The objective is younger than the " + rule.longWindow() + " this rule looks back.";
        }
        return rule.refusal(objective, watch.every());
    }
}
