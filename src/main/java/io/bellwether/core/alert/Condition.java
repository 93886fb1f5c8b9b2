package io.bellwether.core.alert;

/** What the evidence says; people cannot change it. While all is well there is no episode at all. */
public enum Condition {
    /** Bad, but not yet often enough in a row to be told. */
    PENDING,
    FIRING,
    /** Good again, but not yet often enough in a row to be believed. */
    RECOVERING,
    RESOLVED;

    /** Whether people have been told of it and it is not over. */
    public boolean told() {
        return this == FIRING || this == RECOVERING;
    }
}
