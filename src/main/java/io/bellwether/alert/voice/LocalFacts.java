package io.bellwether.alert.voice;

import io.bellwether.core.language.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts as a reader wants them: an instant (its name ends in {@code At}) becomes a local time with the name of the zone, a
 * date (its name ends in {@code On}) becomes words, text becomes one line of bounded length. Lists are kept short; everything
 * else stays as it is, and so does what is no instant or no date after all.
 */
public final class LocalFacts {

    /** A fact from outside may be a page long; a message tells its begin. */
    private static final int LONGEST_TEXT = 2_000;

    private static final int MOST_ENTRIES = 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private LocalFacts() {}

    public static Map<String, Object> of(Map<String, Object> facts, ZoneId zone) {
        Map<String, Object> local = new HashMap<>(facts);
        local.replaceAll((name, value) -> local(name, value, zone));
        return local;
    }

    private static Object local(String name, @Nullable Object value, ZoneId zone) {
        try {
            if (name.endsWith("At")) {
                return time(Instant.parse(String.valueOf(value)), zone);
            }
            if (name.endsWith("On")) {
                return LocalDate.parse(String.valueOf(value)).format(DATE);
            }
        } catch (DateTimeException e) {
            return shown(value);
        }
        return shown(value);
    }

    private static Object shown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> PlainText.line(text, LONGEST_TEXT);
            case List<?> list ->
                list.stream().limit(MOST_ENTRIES).map(LocalFacts::shown).toList();
            case Map<?, ?> map -> {
                Map<String, Object> entry = new HashMap<>();
                map.forEach((name, field) -> entry.put(String.valueOf(name), shown(field)));
                yield entry;
            }
            default -> value;
        };
    }

    private static String time(Instant instant, ZoneId zone) {
        String name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
        return instant.atZone(zone).format(TIME) + " (" + name + ")";
    }
}
