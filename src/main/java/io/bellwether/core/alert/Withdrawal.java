package io.bellwether.core.alert;

import java.time.Instant;
import java.util.List;

/** The end of an episode whose rule no longer watches what it is about. */
public final class Withdrawal {

    private Withdrawal() {}

    /** Who was told of it is told that it is over; an episode that nobody was told of vanishes. */
    public static Step of(Episode current, Instant now, String reason) {
        if (!current.condition().told()) {
            return new Step(null, List.of(), reason);
        }
        int number = current.transitions() + 1;
        Instant at = now.isBefore(current.lastEventAt()) ? current.lastEventAt() : now;
        Transition over = new Transition(number, Transition.Kind.RESOLVED, current.severity(), at);
        Episode ended = current.after(
                Condition.RESOLVED,
                current.severity(),
                Math.max(1, current.goodStreak()),
                number,
                current.stability(),
                at);
        return new Step(ended, List.of(over), reason);
    }
}
