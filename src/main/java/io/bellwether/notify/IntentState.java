package io.bellwether.notify;

/** Where an intent stands. Only the first two are not final. */
public enum IntentState {
    WAITING,
    SENDING,
    DELIVERED,
    /** Told in a later message about the same alert. */
    COALESCED,
    /** Held back on purpose; the reason says why. */
    SUPPRESSED,
    /** Given up; can be replayed. */
    DEAD
}
