package io.bellwether.notify;

/** How a receiver is told that an alert is over, decided by what became of the message that it had begun. */
enum Recovery {
    /** He knows of the alert: say that it is over. */
    TELL,
    /** He was to know and does not: say in one message that there was an alert and that it is over. */
    TELL_BOTH,
    /** He was not to know of the alert, so not of its end either. */
    SUPPRESS;

    static Recovery after(IntentState firing) {
        return switch (firing) {
            case DELIVERED -> TELL;
            // On the wire now: it goes out first. Should it fail, both are joined then.
            case SENDING -> TELL;
            case WAITING, COALESCED, DEAD -> TELL_BOTH;
            case SUPPRESSED -> SUPPRESS;
        };
    }
}
