package io.bellwether.core.posture;

/** What one check of a vendor's posture says. */
public enum CheckOutcome {
    PASS,
    /** Present, but weaker than it should be. */
    WARN,
    FAIL,
    /** We could not tell. */
    UNKNOWN,
    /** The check has nothing to look at here, which is as good as passed. */
    NOT_APPLICABLE;

    /** A word this version does not know means that it cannot tell. */
    public static CheckOutcome of(String text) {
        for (CheckOutcome outcome : values()) {
            if (outcome.name().equals(text)) {
                return outcome;
            }
        }
        return UNKNOWN;
    }

    /** Whether it takes something from the vendor. */
    public boolean bad() {
        return this == WARN || this == FAIL;
    }

    /** Whether it says something about the vendor. */
    public boolean known() {
        return this != UNKNOWN;
    }
}
