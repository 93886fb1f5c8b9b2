package io.bellwether.core.posture.securitytxt;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a date-time of RFC 3339, section 5.6, and no other. */
final class Expiry {

    private static final Pattern DATE_TIME = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:)([0-9]{2})(?:\\.[0-9]{1,100})?(Z|[+-][0-9]{2}:[0-9]{2})");

    private Expiry() {}

    /** To the second; a leap second is the one before it. */
    static Optional<Instant> read(String value) {
        Matcher matcher = DATE_TIME.matcher(value.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String second = "60".equals(matcher.group(2)) ? "59" : matcher.group(2);
        try {
            return Optional.of(OffsetDateTime.parse(matcher.group(1) + second + matcher.group(3))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
