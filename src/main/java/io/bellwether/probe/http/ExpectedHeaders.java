package io.bellwether.probe.http;

import io.bellwether.probe.Rule;
import java.util.Locale;
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

    static @Nullable Mismatch mismatch(Exchange exchange, Content content) {
        Map<String, String> expected = exchange.expectHeaders();
        if (expected == null) {
            return null;
        }
        return expected.entrySet().stream()
                .map(header -> fault(
                        header.getKey(), header.getValue(), content.response().header(header.getKey())))
                .filter(Objects::nonNull)
                .findFirst()
                .map(Mismatch::header)
                .orElse(null);
    }

    private static @Nullable String fault(String name, String expected, @Nullable String value) {
        if (value == null) {
            return "The header " + name + " is missing.";
        }
        return value.toLowerCase(Locale.ROOT).contains(expected.toLowerCase(Locale.ROOT))
                ? null
                : "The header " + name + " is '" + value + "' and does not hold '" + expected + "'.";
    }
}
