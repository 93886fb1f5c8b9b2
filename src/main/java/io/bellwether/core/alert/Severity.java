package io.bellwether.core.alert;

/** How much an alert matters, most first. */
public enum Severity {
    CRITICAL,
    WARNING,
    INFO
}
