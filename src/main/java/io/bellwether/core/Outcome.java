package io.bellwether.core;

/** What one attempt or one observation says about the vendor. */
public enum Outcome {
    /** The vendor answered as expected. */
    UP,
    /** The vendor answered as expected, but slower or less completely than it should. */
    DEGRADED,
    /** The vendor failed, and the failure is the vendor's. */
    DOWN,
    /** We could not tell: our own failure, a bot wall, missing data. Never counted as bad, never hidden. */
    UNKNOWN;

    /** Whether the vendor could be used. UNKNOWN is neither good nor bad. */
    public boolean good() {
        return this == UP || this == DEGRADED;
    }
}
