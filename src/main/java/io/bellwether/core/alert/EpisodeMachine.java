package io.bellwether.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The life of an alert as a function of evidence: nothing, pending, firing, recovering, resolved. It takes so much bad evidence
 * among the latest to fire, and so much good evidence in a row to resolve, that a vendor who comes and goes makes one episode
 * and not a stream of messages. One that does so all the same becomes {@link Unstable}.
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
        if (current != null && current.unstable() && current.condition().told()) {
            return unstable(current, signal, policy, at);
        }
        return switch (signal) {
            case Signal.NoData() -> new Step(current, List.of(), "could not tell");
            case Signal.Bad(Severity severity) -> bad(current, severity, policy, at);
            case Signal.Good() -> good(current, policy, at);
        };
    }

    /** What becomes of an episode whose acknowledgement or snooze has ended; who is told of it is reminded. */
    public static Step handlingEnded(Episode current, Instant now) {
        if (!current.expired(now)) {
            return new Step(current, List.of(), "the " + current.handling() + " time is not over");
        }
        String reason = "the " + current.handling() + " time is over";
        if (!current.condition().told()) {
            return new Step(current.unhandled(), List.of(), reason);
        }
        Episode next = current.reminding();
        Transition reminder = new Transition(next.transitions(), Transition.Kind.REMINDER, current.severity(), now);
        return new Step(next, List.of(reminder), reason);
    }

    private static Step unstable(Episode current, Signal signal, Policy policy, Instant at) {
        return switch (signal) {
            case Signal.NoData() -> new Step(current, List.of(), "could not tell");
            case Signal.Bad(Severity severity) -> Unstable.step(current, severity, policy, at);
            case Signal.Good() -> Unstable.step(current, null, policy, at);
        };
    }

    private static Step bad(@Nullable Episode current, Severity severity, Policy policy, Instant at) {
        if (current == null || current.condition() == Condition.RESOLVED) {
            return begun(before(current, at), severity, policy, at);
        }
        return switch (current.condition()) {
            case PENDING -> pending(current, severity, policy, at);
            case FIRING -> firing(current, severity, at, "still bad");
            case RECOVERING -> firing(current, severity, at, "bad again before it had recovered");
            case RESOLVED -> begun(before(current, at), severity, policy, at);
        };
    }

    private static Stability before(@Nullable Episode last, Instant at) {
        return last == null ? Stability.STEADY : last.stability().carried(Duration.between(last.lastEventAt(), at));
    }

    private static Step begun(Stability before, Severity severity, Policy policy, Instant at) {
        return pending(
                new Episode(
                        Condition.PENDING, severity, Handling.NEW, null, at, null, null, List.of(), 0, 0, at, before),
                severity,
                policy,
                at);
    }

    private static Step pending(Episode current, Severity severity, Policy policy, Instant at) {
        List<Sample> recent = policy.relevant(with(current.recent(), new Sample(at, true)));
        String reason = "bad " + Policy.bad(recent) + " times, " + policy.fireAfter() + " of " + policy.within()
                + " make it fire";
        if (!policy.fires(recent)) {
            return new Step(waiting(current, severity, recent, at), List.of(), reason);
        }
        Episode began = waiting(current, severity, recent, at);
        Stability stability = current.stability().changed(sinceLast(current, at), isBad(current), began.startedAt());
        Episode next = began.after(Condition.FIRING, severity, 0, 1, stability, at);
        Transition firing = new Transition(1, Transition.Kind.FIRING, severity, at);
        if (!Unstable.begins(stability, policy)) {
            return new Step(next, List.of(firing), reason);
        }
        Step unstable = comesAndGoes(next, at);
        return new Step(unstable.next(), List.of(firing, unstable.transitions().getFirst()), unstable.reason());
    }

    private static Step comesAndGoes(Episode next, Instant at) {
        return Unstable.told(
                next.stable(next.stability().unstable(true)),
                Transition.Kind.UNSTABLE,
                at,
                "it comes and goes: " + next.stability().changes() + " changes");
    }

    private static Step pendingAndGood(Episode current, Policy policy, Instant at) {
        List<Sample> recent = policy.relevant(with(current.recent(), new Sample(at, false)));
        return recent.isEmpty()
                ? new Step(null, List.of(), "good again before it fired")
                : new Step(
                        waiting(current, current.severity(), recent, at), List.of(), "good once while it was pending");
    }

    private static Step firing(Episode current, Severity severity, Instant at, String reason) {
        List<Transition> transitions = new ArrayList<>();
        if (severity != current.severity()) {
            transitions.add(new Transition(current.transitions() + 1, Transition.Kind.SEVERITY_CHANGED, severity, at));
        }
        int count = current.transitions() + transitions.size();
        Episode next = current.after(Condition.FIRING, severity, 0, count, kept(current, at), at);
        return new Step(next, List.copyOf(transitions), reason);
    }

    private static Step good(@Nullable Episode current, Policy policy, Instant at) {
        if (current == null || current.condition() == Condition.RESOLVED) {
            return new Step(current, List.of(), "all is well");
        }
        if (current.condition() == Condition.PENDING) {
            return pendingAndGood(current, policy, at);
        }
        int streak = current.goodStreak() + 1;
        String reason = "good " + streak + " of " + policy.recoverAfter() + " times in a row";
        if (streak < policy.recoverAfter()) {
            Episode next = current.after(
                    Condition.RECOVERING, current.severity(), streak, current.transitions(), kept(current, at), at);
            return new Step(next, List.of(), reason);
        }
        Stability stability = current.stability().changed(sinceLast(current, at), isBad(current), at);
        Condition condition = Unstable.begins(stability, policy) ? Condition.RECOVERING : Condition.RESOLVED;
        Episode next = current.after(condition, current.severity(), streak, current.transitions(), stability, at);
        return condition == Condition.RECOVERING
                ? comesAndGoes(next, at)
                : Unstable.told(next, Transition.Kind.RESOLVED, at, reason);
    }

    private static Stability kept(Episode current, Instant at) {
        return current.stability().kept(sinceLast(current, at), isBad(current));
    }

    /** As far as the last evidence goes. */
    private static boolean isBad(Episode current) {
        return current.condition() == Condition.FIRING
                || (!current.recent().isEmpty() && current.recent().getLast().bad());
    }

    private static Duration sinceLast(Episode current, Instant at) {
        return Duration.between(current.lastEventAt(), at);
    }

    private static List<Sample> with(List<Sample> recent, Sample newest) {
        return Stream.concat(recent.stream(), Stream.of(newest)).toList();
    }

    private static Episode waiting(Episode episode, Severity severity, List<Sample> recent, Instant at) {
        Instant startedAt = recent.getFirst().at();
        return new Episode(
                Condition.PENDING,
                severity,
                episode.handling(),
                episode.handlingUntil(),
                startedAt,
                null,
                null,
                recent,
                0,
                0,
                at,
                kept(episode, at));
    }
}
