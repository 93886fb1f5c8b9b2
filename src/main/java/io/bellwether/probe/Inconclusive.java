package io.bellwether.probe;

import io.bellwether.core.Cause;

/** An answer that tells nothing of what it was asked for. */
public final class Inconclusive extends Exception {

    private static final long serialVersionUID = 1L;

    private final Cause why;

    /** @param reason one sentence */
    public Inconclusive(Cause why, String reason) {
        super(reason, null, false, false);
        this.why = why;
    }

    public Cause why() {
        return why;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
