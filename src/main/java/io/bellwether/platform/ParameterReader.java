package io.bellwether.platform;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads path and query parameters; one that cannot be read is a problem that names it. */
@Provider
public class ParameterReader implements ParamConverterProvider {

    private record Form(Function<String, Object> parse, String expected) {}

    private static final Map<Class<?>, Form> FORMS = Map.of(
            Integer.class, new Form(Integer::valueOf, "a whole number"),
            Long.class, new Form(Long::valueOf, "a whole number"),
            Boolean.class, new Form(ParameterReader::truth, "true or false"),
            UUID.class, new Form(UUID::fromString, "a UUID"),
            Instant.class, new Form(Timestamps::instant, Timestamps.INSTANT),
            LocalDate.class, new Form(LocalDate::parse, Timestamps.DATE),
            Duration.class, new Form(Duration::parse, Timestamps.DURATION));

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Form form = type.isEnum() ? choice(type) : FORMS.get(type);
        return form == null
                ? null
                : new Converter<>(
                        type, form, RestParameters.name(annotations).orElse(""), RestParameters.isInPath(annotations));
    }

    private static Form choice(Class<?> type) {
        Map<String, Object> constants =
                Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(String::valueOf, constant -> constant));
        return new Form(
                name -> {
                    Object constant = constants.get(name);
                    if (constant == null) {
                        throw new IllegalArgumentException(name);
                    }
                    return constant;
                },
                "one of " + Arrays.toString(type.getEnumConstants()).replaceAll("[\\[\\]]", ""));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private record Converter<T>(Class<T> type, Form form, String name, boolean inPath) implements ParamConverter<T> {

        @Override
        public T fromString(String value) {
            try {
                return type.cast(form.parse().apply(value));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw problem(value);
            }
        }

        /** An id of the wrong form is just one that does not exist. */
        private Problem problem(String value) {
            return inPath
                    ? Problem.notFound("resource with " + name, value)
                    : Problem.invalid(name, "'" + value + "' is not " + form.expected() + ".");
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
