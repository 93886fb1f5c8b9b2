package io.bellwether.health.honesty;

import io.bellwether.core.slo.Span;
import io.bellwether.core.slo.Window;
import io.bellwether.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time asked for; it ends now at the latest. */
final class HonestyPeriod {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Window CALENDAR = new Window.Calendar(Window.Unit.QUARTER, ZoneOffset.UTC);
    private static final Duration LONGEST = Duration.ofDays(400);

    private HonestyPeriod() {}

    /** The running quarter of the UTC calendar, so far. */
    static Span running(Instant now) {
        return new Span(CALENDAR.at(now).from(), now);
    }

    /**
     * @param quarter for example {@code 2026-Q4}, in UTC; then {@code from} and {@code to} must be null
     * @param from null for the begin of the quarter in which the time ends
     * @param to null for now
     */
    static Span of(@Nullable String quarter, @Nullable Instant from, @Nullable Instant to, Instant now) {
        if (quarter == null) {
            Instant end = to == null ? now : to;
            return upTo(now, "from", from == null ? running(end).from() : from, end);
        }
        if (from != null || to != null) {
            throw Problem.invalid("period", "Give a period, or 'from' and 'to', not both.");
        }
        Span whole = CALENDAR.at(firstDay(quarter).atStartOfDay(ZoneOffset.UTC).toInstant());
        return upTo(now, "period", whole.from(), whole.to());
    }

    private static LocalDate firstDay(String quarter) {
        Matcher matcher = QUARTER.matcher(quarter);
        if (!matcher.matches()) {
            throw Problem.invalid("period", "Must be a quarter such as 2026-Q4.");
        }
        return LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)) * 3 - 2, 1);
    }

    private static Span upTo(Instant now, String parameter, Instant from, Instant to) {
        Instant end = to.isAfter(now) ? now : to;
        if (!from.isBefore(end)) {
            throw Problem.invalid(parameter, "Must begin before it ends, and before now.");
        }
        if (Duration.between(from, end).compareTo(LONGEST) > 0) {
            throw Problem.invalid(parameter, "May span at most " + LONGEST.toDays() + " days.");
        }
        return new Span(from, end);
    }
}
