package io.bellwether.vendor;

import io.bellwether.core.Confirmation;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What holds for the probes of every kind. */
public final class ProbeRules {

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);
    private static final int LONGEST_NAME = 120;

    private ProbeRules() {}

    /** @throws Problem 400 naming each wrong field */
    static void check(NewProbe probe) {
        List<FieldError> errors = faults(probe);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** Every wrong field of the probe but those of its settings, which its kind judges. */
    public static List<FieldError> faults(NewProbe probe) {
        List<FieldError> errors = new ArrayList<>();
        if (probe.name().isBlank() || probe.name().length() > LONGEST_NAME) {
            errors.add(new FieldError("/name", "Must have 1 to " + LONGEST_NAME + " characters."));
        }
        if (probe.every().compareTo(SHORTEST) < 0 || probe.every().compareTo(LONGEST) > 0) {
            errors.add(new FieldError("/every", "Must be between PT5S and P1D."));
        }
        whole("/every", probe.every(), errors);
        whole("/timeout", probe.timeout(), errors);
        whole("/confirm/delay", probe.confirm().delay(), errors);
        if (probe.timeout().compareTo(Duration.ofMillis(1)) < 0
                || probe.timeout().compareTo(probe.every()) > 0) {
            errors.add(new FieldError(
                    "/timeout", "Must be more than zero and at most the interval, " + probe.every() + "."));
        }
        check(probe.confirm(), errors);
        PlacementRules.check(probe.placement(), errors);
        return errors;
    }

    /** Shorter parts are not kept. */
    private static void whole(String pointer, Duration time, List<FieldError> errors) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MILLIS))) {
            errors.add(new FieldError(pointer, "Must be of whole milliseconds."));
        }
    }

    private static void check(Confirmation confirm, List<FieldError> errors) {
        if (confirm.attempts() < 1 || confirm.attempts() > 10) {
            errors.add(new FieldError("/confirm/attempts", "Must be between 1 and 10."));
        }
        if (confirm.delay().isNegative() || confirm.delay().compareTo(LONGEST_DELAY) > 0) {
            errors.add(new FieldError("/confirm/delay", "Must be between PT0S and PT60S."));
        }
    }
}
