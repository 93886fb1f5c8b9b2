package io.bellwether.compat;

import io.bellwether.platform.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as programs in Go send them. */
final class WireTime {

    /** What they send for a time that they do not know. */
    private static final Instant UNKNOWN = Instant.parse("0001-01-01T00:00:00Z");

    /** RFC 3339 knows no later year. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private WireTime() {}

    /**
     * Null when it is not known.
     *
     * @throws Problem 400 when it is beyond all calendars
     */
    static @Nullable Instant known(@Nullable Instant time) {
        if (time == null || !time.isAfter(UNKNOWN)) {
            return null;
        }
        if (time.isAfter(LATEST)) {
            throw Problem.badRequest("The time " + time + " cannot be read: years have four digits.");
        }
        return time;
    }
}
