package io.bellwether.review;

import io.bellwether.alert.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert that people were told of, as far as the period goes.
 *
 * @param minutes how long it fired; up to the end of the period while it lasts
 * @param acknowledged the first acknowledgement; null without any
 */
record Firing(
        Alert alert, Instant firedAt, double minutes, boolean openAtEnd, Alert.@Nullable TimelineEntry acknowledged) {

    private static final String ACKNOWLEDGED = "ACKNOWLEDGED";

    static Firing of(Alert alert, Instant firedAt, Instant until) {
        Instant resolved = alert.resolvedAt();
        boolean open = resolved == null || resolved.isAfter(until);
        Instant end = resolved == null || open ? until : resolved;
        Alert.TimelineEntry acknowledged = alert.timeline().stream()
                .filter(entry -> entry.kind().equals(ACKNOWLEDGED))
                .findFirst()
                .orElse(null);
        return new Firing(alert, firedAt, Minutes.between(firedAt, end), open, acknowledged);
    }

    @Nullable String acknowledgedBy() {
        return acknowledged == null ? null : acknowledged.actor();
    }

    @Nullable Instant acknowledgedAt() {
        return acknowledged == null ? null : acknowledged.at();
    }

    @Nullable Double minutesToAcknowledge() {
        return acknowledged == null ? null : Minutes.between(firedAt, acknowledged.at());
    }
}
