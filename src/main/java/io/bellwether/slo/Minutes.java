package io.bellwether.slo;

import java.time.Duration;

/** Durations as the API tells them. */
final class Minutes {

    private static final double MILLIS_PER_MINUTE = 60_000;

    private Minutes() {}

    static double of(Duration duration) {
        return duration.toMillis() / MILLIS_PER_MINUTE;
    }
}
