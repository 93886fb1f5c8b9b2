package io.bellwether.slo;

import io.bellwether.core.slo.Span;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Maintenance as it is kept.
 *
 * @param vendor slug
 * @param whole from its first to its last possible moment
 * @param recurring when in that time it takes place; null for all of it
 */
record Work(UUID id, String vendor, Span whole, @Nullable Recurring recurring) {

    /** When it takes place in a time; parts may reach beyond that, but not beyond the whole. */
    List<Span> within(Span time) {
        if (recurring == null) {
            return overlaps(whole, time) ? List.of(whole) : List.of();
        }
        return recurring.between(time).stream()
                .filter(span -> overlaps(span, whole))
                .map(span -> new Span(later(span.from(), whole.from()), earlier(span.to(), whole.to())))
                .filter(span -> overlaps(span, time))
                .toList();
    }

    boolean goesOn(Instant now) {
        return !within(new Span(now, now.plusNanos(1))).isEmpty();
    }

    private static boolean overlaps(Span one, Span other) {
        return one.from().isBefore(other.to()) && other.from().isBefore(one.to());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
