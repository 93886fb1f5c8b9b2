package io.bellwether.core.schedule;

import io.bellwether.core.slo.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A time between two readings of the clocks of a place that comes back. Where the clocks jump over a reading it is taken to be
 * as much later as they jump; where they show it twice, the window begins at the first and ends at the second. A window that
 * would then end before it begins does not take place on that day.
 *
 * @param days the days on which it begins
 * @param to exclusive; when it is not after {@code from} the window ends on the next day
 */
public record LocalWindow(ZoneId zone, Recurrence days, LocalTime from, LocalTime to) {

    /** The window that is open at a time; of two that overlap where the clocks are put back, the one that ends last. */
    public Optional<Span> at(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, zone);
        return Stream.of(day, day.minusDays(1))
                .filter(days::includes)
                .map(this::beginningOn)
                .filter(span -> !time.isBefore(span.from()) && time.isBefore(span.to()))
                .findFirst();
    }

    /** Those that have a part between two times, in order. */
    public List<Span> between(Instant from, Instant to) {
        LocalDate first = LocalDate.ofInstant(from, zone).minusDays(1);
        LocalDate last = LocalDate.ofInstant(to, zone);
        return first.datesUntil(last.plusDays(1))
                .filter(days::includes)
                .map(this::beginningOn)
                .filter(span -> span.from().isBefore(span.to()))
                .filter(span -> span.from().isBefore(to) && span.to().isAfter(from))
                .toList();
    }

    private Span beginningOn(LocalDate day) {
        LocalDate lastDay = to.isAfter(from) ? day : day.plusDays(1);
        return span(zone, day.atTime(from), lastDay.atTime(to));
    }

    /** What lies between two readings of the clocks of a place, once; empty where it would end before it begins. */
    public static Span span(ZoneId zone, LocalDateTime from, LocalDateTime to) {
        Instant begin =
                ZonedDateTime.of(from, zone).withEarlierOffsetAtOverlap().toInstant();
        Instant end = ZonedDateTime.of(to, zone).withLaterOffsetAtOverlap().toInstant();
        return new Span(begin, end.isAfter(begin) ? end : begin);
    }
}
