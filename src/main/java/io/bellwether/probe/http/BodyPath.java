package io.bellwether.probe.http;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidJsonException;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a JSON body a question in JSONPath. */
final class BodyPath {

    private static final Configuration STRICT = Configuration.builder()
            .jsonProvider(new JacksonJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .build();

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

    /** Why the body does not satisfy the path, null when it does. */
    static @Nullable String fault(String path, String body) {
        try {
            Object found = JsonPath.compile(path).read(body, STRICT);
            return isTrue(found) ? null : "In the body " + path + " is " + shown(found) + ".";
        } catch (PathNotFoundException e) {
            return "In the body there is no " + path + ".";
        } catch (InvalidJsonException | IllegalArgumentException e) {
            return "The body is not JSON, so there is no " + path + ".";
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
