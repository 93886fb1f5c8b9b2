package io.bellwether.review;

import io.bellwether.platform.Problem;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * The part of a quarter that a review can speak of.
 *
 * @param zone in which the quarter's days begin
 * @param from its beginning
 * @param to its end, not part of it
 * @param until where the measured figures end: {@code to}, or the time of gathering while the quarter runs
 */
record ReviewPeriod(Quarter quarter, ZoneId zone, Instant from, Instant to, Instant until) {

    static ReviewPeriod of(Quarter quarter, ZoneId zone, Instant now) {
        Instant from = quarter.start(zone);
        if (!from.isBefore(now)) {
            throw Problem.invalid("/period", quarter + " has not begun; it begins at " + from + ".");
        }
        Instant to = quarter.end(zone);
        return new ReviewPeriod(quarter, zone, from, to, now.isBefore(to) ? now : to);
    }

    /** Whether the quarter was still running when the figures were gathered. */
    boolean partial() {
        return until.isBefore(to);
    }

    ReviewPeriod previous() {
        Quarter before = quarter.previous();
        return new ReviewPeriod(before, zone, before.start(zone), from, from);
    }

    /** All of it, as far as it is measured. */
    Span span() {
        return new Span(quarter.toString(), from, until);
    }

    /** The months that have begun, the last one up to {@link #until}. */
    List<Span> months() {
        return quarter.months().stream()
                .map(this::span)
                .filter(span -> span.from().isBefore(span.to()))
                .toList();
    }

    private Span span(YearMonth month) {
        Instant begin = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return new Span(month.toString(), begin, end.isBefore(until) ? end : until);
    }

    /** A stretch of time with the name it goes by, for example {@code 2026-10}. */
    record Span(String name, Instant from, Instant to) {}
}
