package io.bellwether.core.alert;

/** What people have said about an episode; evidence cannot change it. */
public enum Handling {
    NEW,
    ACKNOWLEDGED,
    SNOOZED
}
