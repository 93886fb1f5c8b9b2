package io.bellwether.compat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An alert in Alertmanager's shape.
 *
 * @param endsAt when it would be over if nobody said anything any more; ours go on until they are resolved
 */
record CompatAlert(
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        Instant endsAt,
        Instant updatedAt,
        String generatorURL,
        String fingerprint,
        List<Name> receivers,
        Status status) {

    record Name(String name) {}

    /**
     * @param state {@code active}, {@code suppressed} or {@code unprocessed}
     * @param silencedBy ids of silences
     * @param inhibitedBy fingerprints of alerts
     * @param mutedBy other reasons
     */
    record Status(String state, List<String> silencedBy, List<String> inhibitedBy, List<String> mutedBy) {}
}
