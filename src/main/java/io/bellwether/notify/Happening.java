package io.bellwether.notify;

/** What a message tells about an alert. */
public enum Happening {
    FIRING,
    SEVERITY_CHANGED,
    RESOLVED,
    /** It fired and was resolved before the receiver could be told of either: both in one message. */
    PASSED;

    /** Whether the trouble is over. */
    public boolean over() {
        return this == RESOLVED || this == PASSED;
    }
}
