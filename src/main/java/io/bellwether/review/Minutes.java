package io.bellwether.review;

import java.time.Duration;
import java.time.Instant;

/** Lengths of time as figures. */
final class Minutes {

    private static final double MILLIS = 60_000;

    private Minutes() {}

    /** Negative when {@code to} is the earlier one. */
    static double between(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / MILLIS;
    }
}
