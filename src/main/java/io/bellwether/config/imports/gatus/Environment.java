package io.bellwether.config.imports.gatus;

import io.bellwether.config.imports.Foreign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Gatus puts into a configuration before it reads it, and what it puts into a request before it sends it. */
final class Environment {

    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)(?:\\$\\$)*\\$(?:\\{\\w+}|[A-Za-z_]\\w*)");
    private static final Pattern MADE_UP = Pattern.compile("\\[(?:ENDPOINT_(?:NAME|GROUP|URL)|RANDOM_[A-Z_0-9]+)]");

    private Environment() {}

    static boolean isNamedIn(Foreign endpoint) {
        return VARIABLE.matcher(endpoint.fields().toString()).find();
    }

    /** Whether what is sent differs from time to time, or tells the name of the endpoint. */
    static boolean makesUp(Foreign endpoint) {
        return MADE_UP.matcher(endpoint.text("body", "") + endpoint.textMap("headers"))
                .find();
    }

    /** The same with {@code $$} as it is meant, a dollar sign. */
    static Foreign settled(Foreign endpoint) {
        return Foreign.of(settled(endpoint.fields()), endpoint.path());
    }

    private static @Nullable Object settled(@Nullable Object value) {
        return switch (value) {
            case String text -> text.replace("$$", "$");
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> settled = new LinkedHashMap<>();
                map.forEach((name, item) -> settled.put(name, settled(item)));
                yield settled;
            }
            case List<?> list -> {
                List<@Nullable Object> settled = new ArrayList<>();
                list.forEach(item -> settled.add(settled(item)));
                yield settled;
            }
            case null, default -> value;
        };
    }
}
