package io.bellwether.core.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** The time that does not count. */
final class Exclusions {

    private final Spans spans;

    Exclusions(Collection<Span> overlapping) {
        this.spans = new Spans(overlapping);
    }

    /** What is left of a time without them. */
    Duration remainder(Instant from, Instant to) {
        return Duration.between(from, to).minus(spans.within(from, to));
    }
}
