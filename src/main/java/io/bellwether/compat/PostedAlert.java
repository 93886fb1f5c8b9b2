package io.bellwether.compat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bellwether.alert.PushedAlert;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An alert as Alertmanager's clients send it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PostedAlert(
        @Nullable Map<String, @Nullable String> labels,
        @Nullable Map<String, @Nullable String> annotations,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {

    /** As programs in Go read it, for which null is what is empty; so null is an alert without labels. */
    static PushedAlert pushed(@Nullable PostedAlert posted) {
        return posted == null
                ? new PushedAlert(Map.of(), Map.of(), null, null)
                : new PushedAlert(
                        given(posted.labels),
                        given(posted.annotations),
                        WireTime.known(posted.startsAt),
                        WireTime.known(posted.endsAt));
    }

    /** Without NUL characters, which the database does not keep. */
    private static Map<String, String> given(@Nullable Map<String, @Nullable String> values) {
        Map<String, String> given = new HashMap<>();
        if (values != null) {
            values.forEach((name, value) -> given.put(name, value == null ? "" : value.replace("\0", "")));
        }
        return given;
    }
}
