package io.bellwether.slo;

import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the fields of an objective go together. */
public final class ObjectiveRules {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private ObjectiveRules() {}

    /** @throws Problem 400 naming each wrong field */
    public static void check(NewObjective objective) {
        List<FieldError> errors = new ArrayList<>();
        check(objective.kind(), objective.threshold(), errors);
        check(objective.window(), errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static void check(ObjectiveKind kind, @Nullable Duration threshold, List<FieldError> errors) {
        if (kind == ObjectiveKind.AVAILABILITY) {
            if (threshold != null) {
                errors.add(new FieldError("/threshold", "Only an objective of kind LATENCY has one; leave it out."));
            }
            return;
        }
        if (threshold == null) {
            errors.add(new FieldError("/threshold", "An objective of kind LATENCY needs one, for example PT0.8S."));
        } else if (!threshold.equals(threshold.truncatedTo(ChronoUnit.MILLIS))) {
            errors.add(new FieldError("/threshold", "Must be of whole milliseconds."));
        } else if (threshold.compareTo(SHORTEST) < 0 || threshold.compareTo(LONGEST) > 0) {
            errors.add(new FieldError("/threshold", "Must be between PT0.001S and PT1H."));
        }
    }

    private static void check(ObjectiveWindow window, List<FieldError> errors) {
        boolean rolling = window.days() != null;
        boolean calendar = window.unit() != null;
        if (rolling && calendar) {
            errors.add(new FieldError("/window", "Give 'days', or 'unit' and 'zone', but not both."));
        } else if (!rolling && !calendar) {
            errors.add(new FieldError(
                    "/window", "Give 'days' for the last days, or 'unit' and 'zone' for those of a calendar."));
        } else if (rolling && window.zone() != null) {
            errors.add(new FieldError("/window/zone", "The last days are the same everywhere; leave it out."));
        } else if (calendar && window.zone() == null) {
            errors.add(new FieldError("/window/zone", "Say in which place's calendar, for example Europe/Berlin."));
        }
    }
}
