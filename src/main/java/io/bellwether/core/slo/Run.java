package io.bellwether.core.slo;

import java.time.Duration;
import java.time.Instant;

/**
 * Consecutive observations of one probe that say the same.
 *
 * @param first when the first of them was due
 * @param end when the last of them stops to speak: its due time plus its interval
 * @param every the interval of the last of them
 * @param reason what the first of them said
 */
public record Run(State state, Instant first, Instant end, Duration every, String reason) {

    /** What the account distinguishes. A degraded service can be used, so it is GOOD here. */
    public enum State {
        GOOD,
        DOWN,
        UNKNOWN
    }

    /** When the last of them was due. */
    Instant lastDue() {
        return end.minus(every);
    }

    /** How much of a time they speak for. */
    Duration within(Span span) {
        Instant begin = first.isAfter(span.from()) ? first : span.from();
        Instant until = end.isBefore(span.to()) ? end : span.to();
        return begin.isBefore(until) ? Duration.between(begin, until) : Duration.ZERO;
    }

    /** How many of them were due in a time, as if their interval had been the same throughout. */
    long dueIn(Span span) {
        return dueBefore(span.to()) - dueBefore(span.from());
    }

    private long dueBefore(Instant time) {
        if (!time.isAfter(first)) {
            return 0;
        }
        Instant last = time.isBefore(end) ? time : end;
        return Math.ceilDiv(Duration.between(first, last).toMillis(), every.toMillis());
    }
}
