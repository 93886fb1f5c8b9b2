package io.bellwether.core.slo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The minutes an objective allows to be bad in its window, and what is left of them.
 *
 * @param total of the whole window, also while it is not over, less what was excluded of it
 * @param used minutes that were bad; null when nothing is known, which is not the same as nothing used
 * @param remaining below zero when the objective is missed; null when nothing is known
 */
public record ErrorBudget(
        double total, @Nullable Double used, @Nullable Double remaining) {

    private static final double MILLIS_PER_MINUTE = 60_000;

    /** @param account of the window as far as it has passed, taken as the objective says */
    public static ErrorBudget of(Objective objective, Span window, Account account) {
        boolean known = account.availability() != null;
        return of(objective, window, account.excluded(), known ? account.down() : null);
    }

    /**
     * @param excluded what was excluded within the window
     * @param bad what was bad within the window; null when nothing is known
     */
    public static ErrorBudget of(Objective objective, Span window, Duration excluded, @Nullable Duration bad) {
        // Whole milliseconds, because 1 - 0.999 is not 0.001 in binary.
        long total =
                Math.round(objective.allowed() * window.length().minus(excluded).toMillis());
        if (bad == null) {
            return new ErrorBudget(minutes(total), null, null);
        }
        return new ErrorBudget(minutes(total), minutes(bad.toMillis()), minutes(total - bad.toMillis()));
    }

    private static double minutes(long millis) {
        return millis / MILLIS_PER_MINUTE;
    }
}
