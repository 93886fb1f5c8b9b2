package io.bellwether.probe.http;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a JSON body a question in JSONPath (RFC 9535 in the dialect of Jayway). */
final class BodyPath {

    /** A path that compiles and that cannot take for ever. */
    static final class Rule implements io.bellwether.probe.Rule<String> {

        @Override
        public @Nullable String fault(String path) {
            if (path.contains("=~")) {
                return "Must not match regular expressions; use bodyMatches for that.";
            }
            try {
                JsonPath.compile(path);
                return null;
            } catch (InvalidPathException | IllegalArgumentException e) {
                return "Is not a JSONPath expression: " + e.getMessage() + ".";
            }
        }
    }

    private BodyPath() {}

    /** Every value at the path, none when there is none; a definite path leads to one at most. */
    static List<Optional<Object>> find(String path, Object json) {
        JsonPath compiled = JsonPath.compile(path);
        try {
            Object found = compiled.read(json, Content.JSON);
            return compiled.isDefinite() || !(found instanceof Collection<?> several)
                    ? List.of(Optional.ofNullable(found))
                    : several.stream().map(Optional::<Object>ofNullable).toList();
        } catch (InvalidPathException e) {
            return List.of();
        }
    }

    static @Nullable Mismatch mismatch(Exchange exchange, Content content) {
        String path = exchange.jsonPath();
        String fault = path == null ? null : fault(path, content);
        return fault == null ? null : Mismatch.body(fault);
    }

    private static @Nullable String fault(String path, Content content) {
        Object json = content.json().orElse(null);
        if (json == null) {
            return "The body is not JSON, so there is no " + path + ".";
        }
        try {
            Object found = JsonPath.compile(path).read(json, Content.JSON);
            return isTrue(found) ? null : "In the body " + path + " is " + shown(found) + ".";
        } catch (InvalidPathException e) {
            return "In the body there is no " + path + ".";
        }
    }

    private static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean flag -> flag;
            case Number number -> number.doubleValue() != 0;
            case String text -> !text.isEmpty();
            case Collection<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    private static String shown(@Nullable Object value) {
        return value instanceof String || value instanceof Collection || value instanceof Map
                ? "empty"
                : String.valueOf(value);
    }
}
