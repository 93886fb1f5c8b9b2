package io.bellwether.config.imports;

import io.bellwether.core.Confirmation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A probe made of a foreign monitor.
 *
 * @param path of the monitor in its configuration
 * @param vendor the name of whom it belongs to
 * @param timeout 10 s when null
 * @param confirm what the API assumes when null
 * @param settings not yet judged by the kind
 */
public record Found(
        String path,
        String vendor,
        String name,
        String kind,
        Duration every,
        @Nullable Duration timeout,
        @Nullable Confirmation confirm,
        Map<String, Object> settings) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The same monitor as a probe of this kind. */
    public Found as(String itsKind, Map<String, Object> itsSettings) {
        return new Found(path, vendor, name, itsKind, every, timeout, confirm, itsSettings);
    }

    /** The same monitor as one that is heard of: its interval tells when, and each minute it is looked whether it was. */
    public Found asHeartbeat(Map<String, Object> itsSettings) {
        Map<String, Object> all = new LinkedHashMap<>(itsSettings);
        all.put("every", every.toString());
        return new Found(
                path, vendor, name, "heartbeat", every.compareTo(MINUTE) < 0 ? every : MINUTE, null, null, all);
    }

    /** A second probe that the same monitor needs, at the most as often as once an hour. */
    public Found beside(String otherKind, String otherName, Map<String, Object> otherSettings) {
        Duration hour = Duration.ofHours(1);
        Duration rarely = every.compareTo(hour) < 0 ? hour : every;
        return new Found(path, vendor, otherName, otherKind, rarely, timeout, confirm, otherSettings);
    }
}
