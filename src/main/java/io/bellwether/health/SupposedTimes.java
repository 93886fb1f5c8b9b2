package io.bellwether.health;

import io.bellwether.platform.Problem;
import io.bellwether.platform.Timestamps;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times in what is to be assumed. */
final class SupposedTimes {

    static final String EXPECTED = "Must be a date such as 2026-11-22 or an RFC 3339 instant, from 1970 to 9999.";

    private static final Duration FURTHEST = Duration.ofDays(400);
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private SupposedTimes() {}

    /** A date is its first moment in UTC; empty for what is no time that can be kept. */
    static Optional<Instant> parsed(String text) {
        try {
            Instant time = Timestamps.dateOrInstant(text);
            return time.isBefore(Instant.EPOCH) || time.isAfter(LATEST) ? Optional.empty() : Optional.of(time);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The time that is judged. A date is that day at the time of day that it is now.
     *
     * @throws Problem 400
     */
    static Instant asOf(@Nullable String text, Instant now) {
        if (text == null) {
            return now;
        }
        Instant time = parsed(text).orElseThrow(() -> Problem.invalid("/asOf", EXPECTED));
        Instant today = now.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Instant at = text.contains("T") ? time : time.plus(Duration.between(today, now));
        if (at.isBefore(now)) {
            throw Problem.invalid("/asOf", "Must be today or later; GET …/health/history tells what was.");
        }
        if (at.isAfter(now.plus(FURTHEST))) {
            throw Problem.invalid("/asOf", "Must be " + FURTHEST.toDays() + " days ahead at most.");
        }
        return at;
    }
}
