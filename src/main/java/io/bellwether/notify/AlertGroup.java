package io.bellwether.notify;

import io.bellwether.core.alert.routing.GroupNews.Told;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Alerts that are told together to one mailbox.
 *
 * @param interval between two looks
 * @param repeat after which time it is told again though nothing has changed
 * @param firstLook from here the intervals count
 * @param alone whether it is never told together with other groups
 * @param told null when the receiver knows of nothing
 */
record AlertGroup(
        long id,
        Duration interval,
        Duration repeat,
        Instant firstLook,
        Instant nextLook,
        boolean alone,
        @Nullable Told told) {

    /** The first look at or after the given time. */
    Instant lookAfter(Instant time) {
        long passed = Duration.between(firstLook, time).toMillis();
        long intervals = Math.max(0, Math.ceilDiv(passed, interval.toMillis()));
        return firstLook.plus(interval.multipliedBy(intervals));
    }
}
