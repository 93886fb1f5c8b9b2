package io.bellwether.core.honesty;

import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.time.Instant;

/**
 * What one status page said in consecutive readings that said the same. A time without a claim is one in which the page could
 * not be read, or said nothing that we know.
 *
 * @param from when it was read first
 * @param to when the last reading stops to speak
 * @param every the time between two readings
 * @param admits whether it told of trouble: a component that is not operational, an open incident, or work that goes on
 */
public record Claim(Instant from, Instant to, Duration every, boolean admits) {

    Span span() {
        return new Span(from, to);
    }

    /** A later reading has the last word. */
    Claim until(Instant next) {
        return to.isAfter(next) ? new Claim(from, next, every, admits) : this;
    }
}
