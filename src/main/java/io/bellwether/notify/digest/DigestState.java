package io.bellwether.notify.digest;

import org.jspecify.annotations.Nullable;

/** What became of a digest. */
public enum DigestState {
    /** There was nothing to tell, and so nothing was sent. */
    EMPTY,
    WAITING,
    /** On its way. */
    SENDING,
    DELIVERED,
    /** Not sent in time; the next tells its news too. */
    SUPERSEDED,
    /** Given up; the next tells its news too. */
    DEAD;

    /** @param intent the state of its intent; null when it has none */
    static DigestState of(@Nullable String intent) {
        if (intent == null) {
            return EMPTY;
        }
        return switch (intent) {
            case "COALESCED", "SUPPRESSED" -> SUPERSEDED;
            default -> valueOf(intent);
        };
    }

    boolean arrived() {
        return this == EMPTY || this == DELIVERED;
    }
}
