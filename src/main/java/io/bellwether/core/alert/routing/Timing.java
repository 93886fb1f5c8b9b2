package io.bellwether.core.alert.routing;

import java.time.Duration;

/**
 * When a group is told of.
 *
 * @param groupWait after its first alert, so that others may join
 * @param groupInterval between two looks at what has changed since
 * @param repeatInterval after which an unchanged group is told of again
 */
public record Timing(Duration groupWait, Duration groupInterval, Duration repeatInterval) {

    public static final Timing DEFAULT = new Timing(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(4));

    public Timing {
        if (groupWait.isNegative() || !groupInterval.isPositive() || !repeatInterval.isPositive()) {
            throw new IllegalArgumentException("The wait cannot be negative, and the intervals must be positive.");
        }
    }
}
