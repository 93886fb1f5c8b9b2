package io.bellwether.probe.statuspage.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Times as status pages write them: RFC 3339, RFC 822 as in RSS, or seconds or milliseconds since 1970. One without a zone is
 * taken for UTC. Years before 1970 and after 9999 are none that a page means.
 */
final class Times {

    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("[EEE, ]d MMM uuuu H:mm[:ss] [zzz][XX]", Locale.ENGLISH);

    private static final List<Function<String, Instant>> READERS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> ZonedDateTime.parse(text, RFC_822).toInstant(),
            text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private Times() {}

    static @Nullable Instant read(String text) {
        Instant time = any(text);
        return time == null || time.isBefore(Instant.EPOCH) || !time.isBefore(END) ? null : time;
    }

    private static @Nullable Instant any(String text) {
        if (text.matches("[0-9]{9,13}")) {
            long number = Long.parseLong(text);
            return text.length() > 11 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        }
        for (Function<String, Instant> reader : READERS) {
            try {
                return reader.apply(text);
            } catch (DateTimeException e) {
                // The next one may know it.
            }
        }
        return null;
    }
}
