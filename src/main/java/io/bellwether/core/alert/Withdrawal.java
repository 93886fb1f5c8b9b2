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
        return new Step(ended(current, at, number), List.of(over), reason);
    }

    private static Episode ended(Episode current, Instant at, int number) {
        return new Episode(
                Condition.RESOLVED,
                current.severity(),
                current.handling(),
                current.handlingUntil(),
                current.startedAt(),
                current.firedAt(),
                at,
                List.of(),
                Math.max(1, current.goodStreak()),
                number,
                at);
    }
}
