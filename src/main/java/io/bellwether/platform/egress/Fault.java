package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import java.io.IOException;

/** A failure whose cause is already known, on its way to becoming a {@link WireFailure}. */
public final class Fault extends IOException {

    private static final long serialVersionUID = 1L;

    private final Outcome outcome;
    private final Cause cause;

    private Fault(Outcome outcome, Cause cause, String reason) {
        super(reason);
        this.outcome = outcome;
        this.cause = cause;
    }

    /** The other side's failure. */
    public static Fault theirs(Cause cause, String reason) {
        return new Fault(Outcome.DOWN, cause, reason);
    }

    /** A failure that is ours, or that may be. */
    public static Fault ours(Cause cause, String reason) {
        return new Fault(Outcome.UNKNOWN, cause, reason);
    }

    boolean isTheirs() {
        return outcome == Outcome.DOWN;
    }

    WireFailure after(PhaseClock clock) {
        return new WireFailure(outcome, cause, String.valueOf(getMessage()), clock.phases());
    }
}
