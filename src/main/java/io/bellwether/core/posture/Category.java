package io.bellwether.core.posture;

/** The part of a vendor's posture that a check looks at. */
public enum Category {
    /** What its web pages tell browsers. */
    WEB,
    /** How its connections are encrypted, and by which certificate. */
    TLS,
    /** How its mail is protected against forgery. */
    MAIL,
    /** How its names are looked after: zone and registration. */
    DNS,
    /** What it publishes about its own security, and what is published about it. */
    TRUST
}
