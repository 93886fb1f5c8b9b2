package io.bellwether.core;

/** How much the business depends on a vendor, most first. */
public enum Tier {
    STRATEGIC,
    IMPORTANT,
    STANDARD
}
