package io.bellwether.health;

import io.bellwether.platform.Problem;
import io.bellwether.platform.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** UTC days from the first to the last, both included. */
record Days(LocalDate first, LocalDate last) {

    private static final int MOST = 3_660;
    private static final int USUAL = 90;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /**
     * @param from a date or an RFC 3339 instant; null for 90 days before the end
     * @param to as {@code from}; null for today
     */
    static Days of(@Nullable String from, @Nullable String to, Instant now) {
        LocalDate last = to == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : day("to", to);
        LocalDate first = from == null ? last.minusDays(USUAL) : day("from", from);
        if (first.isAfter(last)) {
            throw Problem.invalid("from", "Must not be after 'to'.");
        }
        if (ChronoUnit.DAYS.between(first, last) > MOST) {
            throw Problem.invalid("from", "Must not be more than " + MOST + " days before 'to'.");
        }
        return new Days(first, last);
    }

    private static LocalDate day(String parameter, String text) {
        LocalDate day = parsed(parameter, text);
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw Problem.invalid(parameter, "Must be between " + EARLIEST + " and " + LATEST + ".");
        }
        return day;
    }

    private static LocalDate parsed(String parameter, String text) {
        try {
            return LocalDate.ofInstant(Timestamps.dateOrInstant(text), ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Problem.invalid(parameter, "Must be a date such as 2026-11-22 or an RFC 3339 instant.");
        }
    }
}
