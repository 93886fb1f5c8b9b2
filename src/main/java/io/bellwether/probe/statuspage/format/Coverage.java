package io.bellwether.probe.statuspage.format;

/** What a page tells of its components, or of its regions. */
public enum Coverage {
    /** All that exist, each with its state. */
    LISTED,
    /** Only those that an incident is about. */
    MENTIONED,
    /** None. */
    ABSENT
}
