package io.bellwether.core.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of an alert as a function of evidence: nothing, pending, firing, recovering, resolved. Both edges need several
 * equal pieces of evidence in a row, so that a flapping vendor makes one episode and not a stream of messages.
 */
public final class EpisodeMachine {

    private EpisodeMachine() {}

    /**
     * @param current the episode so far; null or resolved when none is open
     * @param at the time the evidence speaks of; evidence older than the newest taken into account changes nothing
     */
    public static Step step(@Nullable Episode current, Signal signal, Policy policy, Instant at) {
        if (current != null && at.isBefore(current.lastEventAt())) {
            return new Step(current, List.of(), "older than evidence already taken into account");
        }
        return switch (signal) {
            case Signal.NoData() -> new Step(current, List.of(), "could not tell");
            case Signal.Bad(Severity severity) -> bad(current, severity, policy, at);
            case Signal.Good() -> good(current, policy, at);
        };
    }

    private static Step bad(@Nullable Episode current, Severity severity, Policy policy, Instant at) {
        if (current == null || current.condition() == Condition.RESOLVED) {
            return begun(severity, policy, at);
        }
        return switch (current.condition()) {
            case PENDING -> pending(current, severity, policy, at);
            case FIRING -> firing(current, severity, at, "still bad");
            case RECOVERING -> firing(current, severity, at, "bad again before it had recovered");
            case RESOLVED -> begun(severity, policy, at);
        };
    }

    private static Step begun(Severity severity, Policy policy, Instant at) {
        Episode episode = new Episode(Condition.PENDING, severity, Handling.NEW, null, at, null, null, 0, 0, 0, at);
        return pending(episode, severity, policy, at);
    }

    private static Step pending(Episode current, Severity severity, Policy policy, Instant at) {
        int streak = current.badStreak() + 1;
        String reason = "bad " + streak + " of " + policy.fireAfter() + " times in a row";
        if (streak < policy.fireAfter()) {
            return new Step(evidence(current, Condition.PENDING, severity, streak, 0, 0, at), List.of(), reason);
        }
        Episode next = evidence(current, Condition.FIRING, severity, streak, 0, 1, at);
        return new Step(next, List.of(new Transition(1, Transition.Kind.FIRING, severity, at)), reason);
    }

    private static Step firing(Episode current, Severity severity, Instant at, String reason) {
        List<Transition> transitions = new ArrayList<>();
        if (severity != current.severity()) {
            transitions.add(new Transition(current.transitions() + 1, Transition.Kind.SEVERITY_CHANGED, severity, at));
        }
        int count = current.transitions() + transitions.size();
        Episode next = evidence(current, Condition.FIRING, severity, current.badStreak() + 1, 0, count, at);
        return new Step(next, List.copyOf(transitions), reason);
    }

    private static Step good(@Nullable Episode current, Policy policy, Instant at) {
        if (current == null || current.condition() == Condition.RESOLVED) {
            return new Step(current, List.of(), "all is well");
        }
        if (current.condition() == Condition.PENDING) {
            return new Step(null, List.of(), "good again before it fired");
        }
        int streak = current.goodStreak() + 1;
        String reason = "good " + streak + " of " + policy.recoverAfter() + " times in a row";
        if (streak < policy.recoverAfter()) {
            Episode next =
                    evidence(current, Condition.RECOVERING, current.severity(), 0, streak, current.transitions(), at);
            return new Step(next, List.of(), reason);
        }
        int number = current.transitions() + 1;
        Episode next = evidence(current, Condition.RESOLVED, current.severity(), 0, streak, number, at);
        return new Step(
                next, List.of(new Transition(number, Transition.Kind.RESOLVED, current.severity(), at)), reason);
    }

    private static Episode evidence(
            Episode episode,
            Condition condition,
            Severity severity,
            int badStreak,
            int goodStreak,
            int transitions,
            Instant at) {
        boolean fires = condition == Condition.FIRING && episode.firedAt() == null;
        return new Episode(
                condition,
                severity,
                episode.handling(),
                episode.handlingUntil(),
                episode.startedAt(),
                fires ? at : episode.firedAt(),
                condition == Condition.RESOLVED ? at : null,
                badStreak,
                goodStreak,
                transitions,
                at);
    }
}
