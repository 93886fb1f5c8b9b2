package io.bellwether.fact;

/** What a suppression is at a time. */
public enum SuppressionState {
    ACTIVE,
    /** Its time has run out. */
    EXPIRED,
    /** Somebody ended it. */
    ENDED
}
