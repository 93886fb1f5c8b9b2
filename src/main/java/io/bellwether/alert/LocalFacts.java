package io.bellwether.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Facts as a reader wants them: an instant (its name ends in {@code At}) becomes a local time with the name of the zone, a
 * date (its name ends in {@code On}) becomes words. Everything else stays as it is.
 */
final class LocalFacts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private LocalFacts() {}

    static Map<String, Object> of(Map<String, Object> facts, ZoneId zone) {
        Map<String, Object> local = new HashMap<>(facts);
        local.replaceAll((name, value) -> local(name, value, zone));
        return local;
    }

    private static Object local(String name, Object value, ZoneId zone) {
        if (name.endsWith("At")) {
            return time(Instant.parse(value.toString()), zone);
        }
        return name.endsWith("On") ? LocalDate.parse(value.toString()).format(DATE) : value;
    }

    private static String time(Instant instant, ZoneId zone) {
        String name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
        return instant.atZone(zone).format(TIME) + " (" + name + ")";
    }
}
