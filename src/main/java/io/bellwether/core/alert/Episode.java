package io.bellwether.core.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One continuous run of an alert, from the first bad evidence to its resolution.
 *
 * @param handlingUntil when an acknowledgement or snooze ends by itself; null when it does not
 * @param startedAt the first bad evidence
 * @param firedAt when it became worth telling; null while pending
 * @param badStreak bad evidence in a row; 0 after good evidence
 * @param goodStreak good evidence in a row; 0 after bad evidence
 * @param transitions how many transitions there have been; the number of the last one
 * @param lastEventAt the newest evidence taken into account
 */
public record Episode(
        Condition condition,
        Severity severity,
        Handling handling,
        @Nullable Instant handlingUntil,
        Instant startedAt,
        @Nullable Instant firedAt,
        @Nullable Instant resolvedAt,
        int badStreak,
        int goodStreak,
        int transitions,
        Instant lastEventAt) {

    public Episode acknowledged(@Nullable Instant until) {
        return handled(Handling.ACKNOWLEDGED, until);
    }

    public Episode snoozed(Instant until) {
        return handled(Handling.SNOOZED, until);
    }

    /** As if nobody had handled it. */
    public Episode unhandled() {
        return handled(Handling.NEW, null);
    }

    /** Unhandled when the acknowledgement or snooze has ended by now, else this. */
    public Episode expired(Instant now) {
        return handlingUntil == null || now.isBefore(handlingUntil) ? this : unhandled();
    }

    /** Over without evidence, because nobody looks any more; not a transition, so nobody is told. */
    public Episode closed(Instant at) {
        return new Episode(
                Condition.RESOLVED,
                severity,
                handling,
                handlingUntil,
                startedAt,
                firedAt,
                at,
                badStreak,
                goodStreak,
                transitions,
                at);
    }

    private Episode handled(Handling handling, @Nullable Instant until) {
        return new Episode(
                condition,
                severity,
                handling,
                until,
                startedAt,
                firedAt,
                resolvedAt,
                badStreak,
                goodStreak,
                transitions,
                lastEventAt);
    }
}
