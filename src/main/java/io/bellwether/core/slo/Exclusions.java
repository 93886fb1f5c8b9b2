package io.bellwether.core.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The time that does not count, in spans that are in order and do not touch, however they overlapped when they came. */
final class Exclusions {

    private final List<Span> spans = new ArrayList<>();

    Exclusions(Collection<Span> overlapping) {
        overlapping.stream().sorted(Comparator.comparing(Span::from)).forEach(this::join);
    }

    private void join(Span span) {
        if (spans.isEmpty() || spans.getLast().to().isBefore(span.from())) {
            spans.add(span);
        } else if (span.to().isAfter(spans.getLast().to())) {
            spans.add(new Span(spans.removeLast().from(), span.to()));
        }
    }

    /** What is left of a time without them. */
    Duration remainder(Instant from, Instant to) {
        Duration left = Duration.between(from, to);
        for (Span span : spans) {
            Instant begin = span.from().isAfter(from) ? span.from() : from;
            Instant end = span.to().isBefore(to) ? span.to() : to;
            if (begin.isBefore(end)) {
                left = left.minus(Duration.between(begin, end));
            }
        }
        return left;
    }
}
