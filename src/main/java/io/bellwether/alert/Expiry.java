package io.bellwether.alert;

import io.bellwether.fact.Fact;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When something runs out: from a fact, and for the texts. */
final class Expiry {

    private Expiry() {}

    /** What the detail of this name says; null when it says nothing that can be read. */
    static @Nullable Instant of(Fact fact, String detail) {
        Object value = fact.detail().get(detail);
        try {
            return value == null ? null : Instant.parse(value.toString());
        } catch (DateTimeException e) {
            return null;
        }
    }

    static Map<String, Object> facts(@Nullable Instant end, Instant now) {
        return end == null
                ? Map.of()
                : Map.of(
                        "expiresAt", end.toString(),
                        "expired", !now.isBefore(end),
                        "daysLeft", Math.max(0, Duration.between(now, end).toDays()));
    }
}
