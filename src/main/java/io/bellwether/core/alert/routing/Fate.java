package io.bellwether.core.alert.routing;

/** What becomes of news when its group is looked at. */
public enum Fate {
    /** It is told. */
    TELL,
    /** It is told that the alert fired and is over, for nobody could be told when it fired. */
    TELL_BOTH,
    /** Later news of the same alert tells this too, or takes it back. */
    COALESCED,
    /** The alert was over before anybody was to be told: it is left to the digest. */
    BRIEF,
    /** The alert was over before anybody was allowed to be told. */
    MUTED,
    /** It waits. */
    HELD
}
