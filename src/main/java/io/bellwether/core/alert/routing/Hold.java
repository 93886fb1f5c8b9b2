package io.bellwether.core.alert.routing;

/** Why news of an alert waits. */
public enum Hold {
    /** Nobody is to hear of the alert now: should it end meanwhile, nobody will. */
    MUTED,
    /** This receiver is not to be disturbed now: he hears of everything later. */
    DEFERRED
}
