package io.bellwether.core.slo;

import java.time.Duration;
import java.time.Instant;

/**
 * A time with a beginning and an end.
 *
 * @param from inclusive
 * @param to exclusive, not before {@code from}
 */
public record Span(Instant from, Instant to) {

    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A span cannot end at " + to + " before it begins at " + from + ".");
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
