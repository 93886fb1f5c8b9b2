package io.bellwether.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The wait a server asks for: seconds or an HTTP date (RFC 9110, 10.2.3), never more than an hour. */
public final class RetryAfter {

    public static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** Zero when the header is missing, past or not to be understood. */
    public static Duration parse(@Nullable String header, Instant now) {
        if (header == null) {
            return Duration.ZERO;
        }
        Duration asked = asked(header.strip(), now);
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }

    private static Duration asked(String text, Instant now) {
        if (text.matches("\\d+")) {
            return text.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(now, until);
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
