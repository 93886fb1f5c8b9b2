package io.bellwether.core.alert.escalation;

import io.bellwether.core.alert.Severity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps to take until somebody acknowledges an alert. An episode keeps the plan with which it began, so that a change of
 * the plan meanwhile can neither leave out a step nor take one twice.
 *
 * @param steps in order, at least one
 * @param repeats how often the plan begins again after its last step, 0 to {@link #MOST_REPEATS}
 */
public record EscalationPlan(List<Step> steps, int repeats) {

    public static final int MOST_REPEATS = 5;

    public EscalationPlan {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("An escalation has at least one step.");
        }
        if (repeats < 0 || repeats > MOST_REPEATS) {
            throw new IllegalArgumentException("An escalation repeats 0 to " + MOST_REPEATS + " times.");
        }
    }

    /**
     * One step.
     *
     * @param after the step before it, or the alert's begin
     * @param onlyIf nobody is told while the alert is less severe; null when that does not matter
     */
    public record Step(Duration after, Target to, @Nullable Severity onlyIf) {

        public Step {
            if (after.isNegative()) {
                throw new IllegalArgumentException("A step is taken after the one before, not earlier.");
            }
        }

        /** Whether it tells of an alert that is so severe. */
        public boolean tellsOf(Severity severity) {
            return onlyIf == null || severity.compareTo(onlyIf) <= 0;
        }
    }
}
