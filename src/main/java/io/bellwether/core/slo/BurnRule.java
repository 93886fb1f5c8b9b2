package io.bellwether.core.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says when an error budget is used too fast: in a long window, so that it matters, and in a short one too, so that it is
 * still going on (Google, The Site Reliability Workbook, chapter 5, multiwindow multi-burn-rate alerts). That chapter has
 * many requests a second in mind; a probe gives 60 answers in an hour, of which a single bad one may be too many. So a
 * rule also wants a least number of bad answers.
 *
 * @param factor how many times as fast as it lasts the budget may be used
 * @param minimumBad bad answers in the long window below which it never fires, at least 1
 */
public record BurnRule(double factor, Duration longWindow, Duration shortWindow, Urgency urgency, int minimumBad) {

    public enum Urgency {
        PAGE,
        TICKET
    }

    /** One bad answer is chance, two are a coincidence. */
    public static final int ENOUGH_BAD = 3;

    /** For a budget of about a month; they use 2, 5, 10 and 10 % of it before they fire. */
    public static final List<BurnRule> STANDARD = List.of(
            new BurnRule(14.4, Duration.ofHours(1), Duration.ofMinutes(5), Urgency.PAGE, ENOUGH_BAD),
            new BurnRule(6, Duration.ofHours(6), Duration.ofMinutes(30), Urgency.PAGE, ENOUGH_BAD),
            new BurnRule(3, Duration.ofDays(1), Duration.ofHours(2), Urgency.TICKET, ENOUGH_BAD),
            new BurnRule(1, Duration.ofDays(3), Duration.ofHours(6), Urgency.TICKET, ENOUGH_BAD));

    private static final int ANSWERS_IN_SHORT_WINDOW = 3;
    private static final double ROUNDING = 1e-9;

    public BurnRule {
        if (!(factor > 0) || minimumBad < 1) {
            throw new IllegalArgumentException("A burn rule has a factor above 0 and wants at least one bad answer.");
        }
        if (!shortWindow.isPositive() || longWindow.compareTo(shortWindow) <= 0) {
            throw new IllegalArgumentException("The long window of a burn rule is longer than its short one.");
        }
    }

    /** How many bad answers in the long window make it fire, if each speaks for one interval. */
    public long tripCount(Objective objective, Duration every) {
        double bearable = factor * objective.allowed() * answers(every);
        return Math.max(minimumBad, (long) Math.floor(bearable + ROUNDING) + 1);
    }

    /**
     * Why the rule is of no use for an objective that is probed so often, in one sentence, or null when it is: either a
     * single lost answer would fire it, or nothing can.
     */
    public @Nullable String refusal(Objective objective, Duration every) {
        long trip = tripCount(objective, every);
        if (trip == 1) {
            return "A single bad answer of the %d in %s would fire this rule at a target of %s %%; require at least %d."
                    .formatted(answers(every), longWindow, percent(objective), ENOUGH_BAD);
        }
        if (trip > answers(every)) {
            return "This rule can never fire: it takes %d bad answers at a target of %s %%, and %s has %d."
                    .formatted(trip, percent(objective), longWindow, answers(every));
        }
        return null;
    }

    /** The short window, widened where it would hold so few answers that one decides. */
    Duration shortWindow(Duration every) {
        Duration least = every.multipliedBy(ANSWERS_IN_SHORT_WINDOW);
        return least.compareTo(shortWindow) > 0 ? least : shortWindow;
    }

    /** Two in the short window, because one may be lost by chance after an outage that is long over. */
    boolean isEnough(Measured over, Measured lately) {
        return over.badCount() >= minimumBad && lately.badCount() >= Math.min(2, minimumBad);
    }

    private long answers(Duration every) {
        return longWindow.dividedBy(every);
    }

    private static String percent(Objective objective) {
        return BigDecimal.valueOf(objective.target())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }
}
