package io.bellwether.compat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bellwether.alert.PushedAlert;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An alert as Alertmanager's clients send it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PostedAlert(
        @Nullable Map<String, String> labels,
        @Nullable Map<String, String> annotations,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {

    /** Programs in Go send this for a time that they do not know. */
    private static final Instant UNKNOWN = Instant.parse("0001-01-01T00:00:00Z");

    PushedAlert pushed() {
        return new PushedAlert(
                Objects.requireNonNullElse(labels, Map.of()),
                Objects.requireNonNullElse(annotations, Map.of()),
                known(startsAt),
                known(endsAt));
    }

    private static @Nullable Instant known(@Nullable Instant time) {
        return UNKNOWN.equals(time) ? null : time;
    }
}
