package io.bellwether.notify.bounce;

/** What a mail that came back means. */
public enum BounceKind {
    /** Our mail will never arrive: counted. */
    HARD,
    /** It may arrive yet, or was given up for now: noted. */
    SOFT,
    IGNORED
}
