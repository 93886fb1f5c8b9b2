package io.bellwether.core.alert.escalation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an episode has gone through its plan.
 *
 * @param round 0 for the first time through the plan
 * @param next the index of the step to take next
 * @param dueAt when; null while somebody takes care of it, and after the last step
 * @param left the rest of the wait while somebody takes care of it; null otherwise
 */
public record Escalation(
        EscalationPlan plan,
        int round,
        int next,
        @Nullable Instant dueAt,
        @Nullable Duration left) {

    public static Escalation begin(EscalationPlan plan, Instant firedAt) {
        return new Escalation(plan, 0, 0, firedAt.plus(plan.steps().getFirst().after()), null);
    }

    public boolean isDue(Instant now) {
        return dueAt != null && !now.isBefore(dueAt);
    }

    /** The step to take next, or the last when all are taken. */
    public EscalationPlan.Step step() {
        return plan.steps().get(next);
    }

    /** Which step that is, counted from 1 over all rounds. */
    public int number() {
        return round * plan.steps().size() + next + 1;
    }

    /** Whether no step will ever be taken any more. */
    public boolean over() {
        return dueAt == null && left == null;
    }

    /** There is nothing to take care of any more. */
    public Escalation ended() {
        return new Escalation(plan, round, next, null, null);
    }

    /** After the step has been taken. */
    public Escalation taken(Instant now) {
        boolean last = next + 1 == plan.steps().size();
        if (last && round == plan.repeats()) {
            return ended();
        }
        int following = last ? 0 : next + 1;
        Instant due = now.plus(plan.steps().get(following).after());
        return new Escalation(plan, last ? round + 1 : round, following, due, null);
    }

    /** Somebody takes care of it. */
    public Escalation held(Instant now) {
        if (dueAt == null) {
            return this;
        }
        Duration rest = now.isBefore(dueAt) ? Duration.between(now, dueAt) : Duration.ZERO;
        return new Escalation(plan, round, next, null, rest);
    }

    /** Nobody does any more: it goes on where it was. */
    public Escalation resumed(Instant now) {
        return left == null ? this : new Escalation(plan, round, next, now.plus(left), null);
    }
}
