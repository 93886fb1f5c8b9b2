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
}
