package io.bellwether.core.alert;

import java.time.Instant;

/**
 * A change of an episode that people are told about.
 *
 * @param number 1 for an episode's first, then without gaps
 * @param severity the episode's severity from now on
 * @param at the time of the evidence that made it
 */
public record Transition(int number, Kind kind, Severity severity, Instant at) {

    public enum Kind {
        FIRING,
        SEVERITY_CHANGED,
        RESOLVED,
        /** Nobody takes care of it any more. */
        REMINDER,
        /** It comes and goes: of its changes nobody is told until it is steady. */
        UNSTABLE,
        /** It no longer comes and goes, but is bad all the time. */
        STEADY
    }
}
