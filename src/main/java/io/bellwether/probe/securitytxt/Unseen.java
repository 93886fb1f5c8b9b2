package io.bellwether.probe.securitytxt;

import io.bellwether.core.Cause;

/** An answer that tells neither the file nor that there is none. */
final class Unseen extends Exception {

    private static final long serialVersionUID = 1L;

    private final Cause why;

    Unseen(Cause why, String reason) {
        super(reason, null, false, false);
        this.why = why;
    }

    Cause why() {
        return why;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
