package io.bellwether.core.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Times in order that do not touch, however they overlapped when they came. */
public final class Spans {

    private final List<Span> spans = new ArrayList<>();

    public Spans(Collection<Span> overlapping) {
        overlapping.stream().sorted(Comparator.comparing(Span::from)).forEach(this::join);
    }

    private void join(Span span) {
        if (spans.isEmpty() || spans.getLast().to().isBefore(span.from())) {
            spans.add(span);
        } else if (span.to().isAfter(spans.getLast().to())) {
            spans.add(new Span(spans.removeLast().from(), span.to()));
        }
    }

    /** How much of a time they cover; nothing of a time that ends before it begins. */
    public Duration within(Instant from, Instant to) {
        Duration covered = Duration.ZERO;
        for (Span span : spans) {
            Instant begin = span.from().isAfter(from) ? span.from() : from;
            Instant end = span.to().isBefore(to) ? span.to() : to;
            if (begin.isBefore(end)) {
                covered = covered.plus(Duration.between(begin, end));
            }
        }
        return covered;
    }

    /** The parts of a time that they do not cover, in order. */
    public List<Span> gaps(Span time) {
        List<Span> gaps = new ArrayList<>();
        Instant next = time.from();
        for (Span span : spans) {
            Instant end = span.from().isBefore(time.to()) ? span.from() : time.to();
            if (next.isBefore(end)) {
                gaps.add(new Span(next, end));
            }
            next = span.to().isAfter(next) ? span.to() : next;
        }
        if (next.isBefore(time.to())) {
            gaps.add(new Span(next, time.to()));
        }
        return gaps;
    }

    /** The first moment at or after a time that they cover. */
    public Optional<Instant> firstSince(Instant time) {
        return spans.stream()
                .filter(span -> span.to().isAfter(time))
                .findFirst()
                .map(span -> span.from().isAfter(time) ? span.from() : time);
    }

    /** The one that holds a time. */
    public Optional<Span> holding(Instant time) {
        return spans.stream()
                .filter(span -> !span.from().isAfter(time) && span.to().isAfter(time))
                .findFirst();
    }
}
