package io.bellwether.probe.pagewatch;

import io.bellwether.core.Cause;

/** An answer without the text that is watched. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final Cause why;

    Unreadable(Cause why, String reason) {
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
