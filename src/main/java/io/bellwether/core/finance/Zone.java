package io.bellwether.core.finance;

/** What the author of a formula says of its value. */
public enum Zone {
    DISTRESS,
    GREY,
    SAFE
}
