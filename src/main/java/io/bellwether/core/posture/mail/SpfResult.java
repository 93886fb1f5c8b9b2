package io.bellwether.core.posture.mail;

/** What a record says of a sender (RFC 7208, 2.6). */
public enum SpfResult {
    /** There is no record. */
    NONE,
    NEUTRAL,
    PASS,
    FAIL,
    SOFTFAIL,
    /** A question was not answered. */
    TEMPERROR,
    /** The record, or one that it includes, cannot be used. */
    PERMERROR
}
