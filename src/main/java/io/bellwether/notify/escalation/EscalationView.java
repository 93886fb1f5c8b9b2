package io.bellwether.notify.escalation;

import io.bellwether.core.alert.escalation.Escalation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an alert has gone through its escalation.
 *
 * @param policy the name of the policy under which it began
 * @param steps as the policy had them then
 * @param nextStep the step to take next, from 1; null at the end
 * @param round from 1; null at the end
 * @param dueAt when; null while somebody takes care of the alert, and at the end
 * @param taken the steps that were taken, oldest first
 */
public record EscalationView(
        UUID alert,
        String policy,
        List<PolicyStep> steps,
        int repeats,
        Progress state,
        @Nullable Integer nextStep,
        @Nullable Integer round,
        @Nullable Instant dueAt,
        Instant begunAt,
        List<Taken> taken) {

    public enum Progress {
        /** The next step is due some time. */
        RUNNING,
        /** Somebody takes care of the alert. */
        HELD,
        /** The alert or the plan is at its end. */
        OVER;

        static Progress of(Escalation escalation) {
            if (escalation.over()) {
                return OVER;
            }
            return escalation.dueAt() == null ? HELD : RUNNING;
        }
    }

    /**
     * A step that was taken.
     *
     * @param number counted from 1 over all rounds
     * @param told who was told, in words
     */
    public record Taken(int number, Instant at, String told) {}
}
