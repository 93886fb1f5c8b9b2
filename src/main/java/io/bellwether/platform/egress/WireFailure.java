package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;

/** An exchange that did not come to its end; expected, and so data rather than a bug. */
public final class WireFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final Outcome outcome;
    private final Cause cause;
    private final transient Phases phases;

    /**
     * @param outcome DOWN when the failure is the other side's, UNKNOWN when it may be ours
     * @param reason what happened, in one sentence
     * @param phases what was spent until then; the last one is the phase that failed
     */
    public WireFailure(Outcome outcome, Cause cause, String reason, Phases phases) {
        super(reason, null, false, false);
        this.outcome = outcome;
        this.cause = cause;
        this.phases = phases;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Cause failureCause() {
        return cause;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public Phases phases() {
        return phases;
    }
}
