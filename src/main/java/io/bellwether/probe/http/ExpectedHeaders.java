package io.bellwether.probe.http;

import io.bellwether.probe.Rule;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Headers to look for, each with the text it must hold. */
final class ExpectedHeaders implements Rule<Map<String, String>> {

    private static final int MOST = 50;

    @Override
    public @Nullable String fault(Map<String, String> headers) {
        if (headers.size() > MOST) {
            return "Must not hold more than " + MOST + " headers.";
        }
        return headers.entrySet().stream()
                        .anyMatch(header -> header.getKey().isBlank() || Objects.isNull(header.getValue()))
                ? "Must give each header a name and the text to look for."
                : null;
    }
}
