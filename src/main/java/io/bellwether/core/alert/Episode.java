package io.bellwether.core.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One continuous run of an alert, from the first bad evidence to its resolution.
 *
 * @param handlingUntil when an acknowledgement or snooze ends by itself; null when it does not
 * @param startedAt the first bad evidence
 * @param firedAt when it became worth telling; null while pending
 * @param recent the evidence on which the decision to fire rests, oldest first; empty once it has fired
 * @param goodStreak good evidence in a row; 0 after bad evidence
 * @param transitions how many transitions there have been; the number of the last one
 * @param lastEventAt the newest evidence taken into account
 * @param stability how much it comes and goes
 */
public record Episode(
        Condition condition,
        Severity severity,
        Handling handling,
        @Nullable Instant handlingUntil,
        Instant startedAt,
        @Nullable Instant firedAt,
        @Nullable Instant resolvedAt,
        List<Sample> recent,
        int goodStreak,
        int transitions,
        Instant lastEventAt,
        Stability stability) {

    public Episode {
        recent = List.copyOf(recent);
    }

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

    /** Whether its acknowledgement or snooze has ended by now. */
    public boolean expired(Instant now) {
        return handlingUntil != null && !now.isBefore(handlingUntil);
    }

    /** Whether it comes and goes too often to tell of each change. */
    public boolean unstable() {
        return stability.unstable();
    }

    /** Over without evidence, because nobody looks any more; not a transition, so nobody is told. */
    public Episode closed(Instant at) {
        return with(Condition.RESOLVED, severity, handling, handlingUntil, goodStreak, transitions, stability, at);
    }

    /** After evidence that has made it fire, or that came when it had fired. */
    Episode after(
            Condition condition, Severity severity, int goodStreak, int transitions, Stability stability, Instant at) {
        return with(condition, severity, handling, handlingUntil, goodStreak, transitions, stability, at);
    }

    Episode stable(Stability other) {
        return with(condition, severity, handling, handlingUntil, goodStreak, transitions, other, lastEventAt);
    }

    Episode numbered(int number) {
        return with(condition, severity, handling, handlingUntil, goodStreak, number, stability, lastEventAt);
    }

    private Episode handled(Handling handling, @Nullable Instant until) {
        return handled(handling, until, transitions);
    }

    /** Something more is told of it, and nothing else changes. */
    public Episode mentioned() {
        return handled(handling, handlingUntil, transitions + 1);
    }

    /** Unhandled, and people are told so. */
    Episode reminding() {
        return handled(Handling.NEW, null, transitions + 1);
    }

    private Episode handled(Handling handling, @Nullable Instant until, int number) {
        return with(condition, severity, handling, until, goodStreak, number, stability, lastEventAt);
    }

    private Episode with(
            Condition condition,
            Severity severity,
            Handling handling,
            @Nullable Instant handlingUntil,
            int goodStreak,
            int transitions,
            Stability stability,
            Instant lastEventAt) {
        boolean fires = condition == Condition.FIRING && firedAt == null;
        boolean ends = condition == Condition.RESOLVED && resolvedAt == null;
        return new Episode(
                condition,
                severity,
                handling,
                handlingUntil,
                startedAt,
                fires ? lastEventAt : firedAt,
                ends ? lastEventAt : resolvedAt,
                condition == Condition.PENDING ? recent : List.of(),
                goodStreak,
                transitions,
                lastEventAt,
                stability);
    }
}
