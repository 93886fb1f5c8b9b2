package io.bellwether.core.alert;

import java.time.Instant;
import java.util.List;

/** The same trouble matters more or less than before, without new evidence. */
public final class Reassessment {

    private Reassessment() {}

    /** Who was told of it is told of the new severity; nothing happens where nobody was, or where it is the same. */
    public static Step of(Episode current, Severity severity, Instant now, String reason) {
        if (!current.condition().told() || current.severity() == severity) {
            return new Step(current, List.of(), reason);
        }
        int number = current.transitions() + 1;
        Episode next = current.after(
                current.condition(),
                severity,
                current.goodStreak(),
                number,
                current.stability(),
                current.lastEventAt());
        Transition changed = new Transition(number, Transition.Kind.SEVERITY_CHANGED, severity, now);
        return new Step(next, List.of(changed), reason);
    }
}
