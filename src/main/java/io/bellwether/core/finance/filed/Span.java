package io.bellwether.core.finance.filed;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What time a figure speaks of.
 *
 * @param start first day; null for the end of a day
 * @param end last day
 */
public record Span(@Nullable LocalDate start, LocalDate end) implements Comparable<Span> {

    private static final Comparator<Span> BY_END_THEN_START = Comparator.comparing(Span::end)
            .thenComparing(Span::start, Comparator.nullsFirst(Comparator.naturalOrder()));

    static Span at(LocalDate day) {
        return new Span(null, day);
    }

    /** Its class; empty for a day, and for a length that no report has. */
    Optional<Length> length() {
        return start == null ? Optional.empty() : Length.of(start, end);
    }

    boolean is(Length length) {
        return length().filter(length::equals).isPresent();
    }

    boolean startsOn(@Nullable LocalDate day) {
        return start != null && start.equals(day);
    }

    /** Whether it ends about a year before another, as years of 52 and 53 weeks do too. */
    boolean endsAYearBefore(LocalDate later) {
        return Length.YEAR.holds(ChronoUnit.DAYS.between(end, later));
    }

    @Override
    public int compareTo(Span other) {
        return BY_END_THEN_START.compare(this, other);
    }
}
