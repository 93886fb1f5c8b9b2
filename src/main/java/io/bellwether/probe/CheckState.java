package io.bellwether.probe;

/** What a check of a vendor's posture says; the value of a state finding. */
public enum CheckState {
    PASS,
    WARN,
    FAIL,
    /** The check has nothing to look at here. */
    NOT_APPLICABLE,
    /** It could not be told. */
    UNKNOWN
}
