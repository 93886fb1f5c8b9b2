package io.bellwether.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How points and spans of time are written. */
public final class Timestamps {

    static final String INSTANT = "an RFC 3339 instant such as 2026-11-22T10:00:00Z";
    static final String DATE = "a date such as 2026-11-22";
    static final String LOCAL = "a local time without an offset, such as 2026-11-22T10:00:00";
    static final String DURATION = "an ISO-8601 duration such as PT60S";

    private Timestamps() {}

    /**
     * An RFC 3339 instant with any offset.
     *
     * @throws java.time.DateTimeException when it is not one
     */
    static Instant instant(String text) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    }

    /**
     * A date, which is its first moment in UTC, or an RFC 3339 instant with any offset.
     *
     * @throws java.time.DateTimeException when it is neither
     */
    public static Instant dateOrInstant(String text) {
        return text.contains("T")
                ? instant(text)
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
