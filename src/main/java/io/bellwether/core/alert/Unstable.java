package io.bellwether.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An episode that comes and goes: it stays open, and of its changes nobody is told until it is steady again. */
final class Unstable {

    private Unstable() {}

    /** Whether the change that this brought is one too many. */
    static boolean begins(Stability stability, Policy policy) {
        return policy.flapping() != null && policy.flapping().holds(false, stability.percent());
    }

    /** @param severity of bad evidence; null for good evidence */
    static Step step(Episode current, @Nullable Severity severity, Policy policy, Instant at) {
        boolean bad = severity != null;
        boolean wasBad = current.condition() == Condition.FIRING;
        Duration sinceLast = Duration.between(current.lastEventAt(), at);
        Stability stability = bad == wasBad
                ? current.stability().kept(sinceLast, wasBad)
                : current.stability().changed(sinceLast, wasBad, at);
        int streak = bad ? 0 : current.goodStreak() + 1;
        Severity worst = severity != null && severity.compareTo(current.severity()) < 0 ? severity : current.severity();
        Episode next = current.after(
                bad ? Condition.FIRING : Condition.RECOVERING, worst, streak, current.transitions(), stability, at);
        if (policy.flapping() != null && policy.flapping().holds(true, stability.percent())) {
            return rises(current, next, at);
        }
        if (!bad && streak < policy.recoverAfter()) {
            return new Step(next, List.of(), "steady, but not yet good " + policy.recoverAfter() + " times in a row");
        }
        return bad ? steady(next, at) : over(next, at);
    }

    /** Only that it is worse than anybody knows is told meanwhile. */
    private static Step rises(Episode current, Episode next, Instant at) {
        String reason = "it comes and goes: " + Math.round(next.stability().percent()) + " % of the possible changes";
        return next.severity() == current.severity()
                ? new Step(next, List.of(), reason)
                : told(next, Transition.Kind.SEVERITY_CHANGED, at, reason);
    }

    private static Step steady(Episode next, Instant at) {
        Episode steady = next.stable(next.stability().unstable(false));
        return told(steady, Transition.Kind.STEADY, at, "no longer good in between" + summary(next));
    }

    private static Step over(Episode next, Instant at) {
        Episode resolved = next.after(
                Condition.RESOLVED, next.severity(), next.goodStreak(), next.transitions(), next.stability(), at);
        return told(resolved, Transition.Kind.RESOLVED, at, "good for long" + summary(next));
    }

    private static String summary(Episode episode) {
        return ", after " + episode.stability().changes() + " changes";
    }

    static Step told(Episode episode, Transition.Kind kind, Instant at, String reason) {
        Episode next = episode.numbered(episode.transitions() + 1);
        return new Step(next, List.of(new Transition(next.transitions(), kind, next.severity(), at)), reason);
    }
}
