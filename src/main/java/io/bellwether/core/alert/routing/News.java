package io.bellwether.core.alert.routing;

import io.bellwether.core.alert.Severity;

/**
 * A change of an alert that somebody has not been told yet.
 *
 * @param number grows with time
 * @param alert which one
 * @param severity of the alert then
 * @param owed whether it was to be told before and could not: such news never passes silently
 */
public record News(long number, String alert, Kind kind, Severity severity, boolean owed) {

    /** What changed. */
    public enum Kind {
        FIRING,
        SEVERITY_CHANGED,
        RESOLVED,
        /** Nobody takes care of it any more. */
        REMINDER,
        /** It comes and goes, and is not told each time. */
        UNSTABLE,
        /** It no longer comes and goes, but is bad all the time. */
        STEADY,
        /** A report of many alerts, which is told once. */
        DIGEST;

        /** Whether it is told to those who know already how severe the alert is. */
        boolean always() {
            return this == REMINDER || this == UNSTABLE || this == STEADY;
        }
    }
}
