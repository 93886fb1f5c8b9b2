package io.bellwether.history;

import io.bellwether.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time asked for: by default the last 24 hours, at most 400 days. */
public record TimeRange(Instant from, Instant to) {

    private static final Duration LONGEST = Duration.ofDays(400);

    /** @throws Problem 400 naming the parameter */
    public static TimeRange of(@Nullable Instant from, @Nullable Instant to, Instant now) {
        Instant end = to == null ? now : to;
        Instant begin = from == null ? end.minus(Duration.ofDays(1)) : from;
        if (!begin.isBefore(end)) {
            throw Problem.invalid("from", "Must be before 'to'.");
        }
        if (Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw Problem.invalid("from", "The range may span at most " + LONGEST.toDays() + " days.");
        }
        return new TimeRange(begin, end);
    }
}
