package io.bellwether.alert.rule;

import io.bellwether.core.alert.Policy;
import io.bellwether.platform.Problem.FieldError;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much evidence a rule needs, counted in its windows, or as a time of windows in a row. A window of which nothing is known
 * counts neither way.
 *
 * @param fireAfter how many bad windows make it fire
 * @param within among how many of the latest; as many as {@code fireAfter}, so in a row, when absent
 * @param fireFor instead of both: for how long it must have been bad
 * @param recoverAfter how many good windows in a row resolve it
 * @param recoverFor instead of that: for how long it must have been good
 */
public record Patience(
        @Nullable @Min(1) @Max(Policy.MOST) Integer fireAfter,
        @Nullable @Min(1) @Max(Policy.MOST) Integer within,
        @Nullable Duration fireFor,
        @Nullable @Min(1) @Max(Policy.MOST) Integer recoverAfter,
        @Nullable Duration recoverFor) {

    static final Patience DEFAULT = new Patience(null, null, null, null, null);

    Policy policy(Duration window, Policy otherwise) {
        int recover = recoverFor != null
                ? windows(recoverFor, window)
                : Objects.requireNonNullElse(recoverAfter, otherwise.recoverAfter());
        if (fireFor != null) {
            return Policy.inARow(windows(fireFor, window), recover);
        }
        return fireAfter == null
                ? new Policy(otherwise.fireAfter(), otherwise.within(), recover)
                : new Policy(fireAfter, Objects.requireNonNullElse(within, fireAfter), recover);
    }

    List<FieldError> faults(Duration window) {
        List<FieldError> faults = new ArrayList<>();
        if (fireFor != null && (fireAfter != null || within != null)) {
            faults.add(fault("fireFor", "Give either fireFor, or fireAfter and within."));
        }
        if (recoverFor != null && recoverAfter != null) {
            faults.add(fault("recoverFor", "Give either recoverFor or recoverAfter."));
        }
        if (within != null && (fireAfter == null || within < fireAfter)) {
            faults.add(fault("within", "Must not be less than fireAfter, and needs it."));
        }
        time("fireFor", fireFor, window, faults);
        time("recoverFor", recoverFor, window, faults);
        return faults;
    }

    private static void time(String field, @Nullable Duration time, Duration window, List<FieldError> faults) {
        Duration most = window.multipliedBy(Policy.MOST);
        if (time != null && (!time.isPositive() || time.compareTo(most) > 0)) {
            faults.add(fault(field, "Must be positive and at most " + most + ", " + Policy.MOST + " windows."));
        }
    }

    private static int windows(Duration time, Duration window) {
        return (int) Math.ceilDiv(time.toMillis(), window.toMillis());
    }

    private static FieldError fault(String field, String detail) {
        return new FieldError("/confirm/" + field, detail);
    }
}
