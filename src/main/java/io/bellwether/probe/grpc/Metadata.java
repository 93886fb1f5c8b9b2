package io.bellwether.probe.grpc;

import io.bellwether.platform.egress.HeaderRule;
import io.bellwether.probe.Rule;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Metadata of a call: names and values as gRPC over HTTP/2 defines them, in all no more than fits into a frame. */
final class Metadata implements Rule<Map<String, String>> {

    private static final Pattern NAME = Pattern.compile("(?!grpc-|content-type$)[0-9a-z_.-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]*");
    private static final int MOST_CHARACTERS = 8_192;

    @Override
    public @Nullable String fault(Map<String, String> metadata) {
        int characters = 0;
        for (Map.Entry<String, @Nullable String> entry : metadata.entrySet()) {
            String value = Objects.requireNonNullElse(entry.getValue(), "\0");
            if (!NAME.matcher(entry.getKey()).matches() || HeaderRule.fault(entry.getKey(), "") != null) {
                return "The name '" + entry.getKey() + "' is not free; use lower-case letters, digits and - _ .";
            }
            if (!VALUE.matcher(value).matches()) {
                return "The value of " + entry.getKey() + " must be printable ASCII.";
            }
            characters += entry.getKey().length() + value.length();
        }
        return characters > MOST_CHARACTERS
                ? "Must not hold more than " + MOST_CHARACTERS + " characters in all."
                : null;
    }
}
