package io.bellwether.config;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds values against a JSON Schema and notes every unknown field and every value of the wrong type; a schema says nothing
 * here of what must be there. Keywords it does not know it leaves to those who read the values afterwards.
 */
final class Shape {

    private enum Misfit {
        MISFIT
    }

    private final Faults faults;

    Shape(Faults faults) {
        this.faults = faults;
    }

    /** The fields that fit. */
    @SuppressWarnings("unchecked") // An object that fits is an object.
    Map<String, Object> fit(Map<String, Object> schema, @Nullable Object value, String pointer) {
        Object fitting = fitting(schema, value, pointer);
        return fitting instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private @Nullable Object fitting(Map<?, ?> schema, @Nullable Object value, String pointer) {
        if (value == null) {
            return null;
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "object" -> object(schema, value, pointer);
            case "array" -> array(schema, value, pointer);
            case "string" -> text(schema, value, pointer);
            case "boolean" -> value instanceof Boolean ? value : misfit(pointer, "true or false", value);
            case "number" -> value instanceof Number ? value : misfit(pointer, "a number", value);
            case "integer" ->
                value instanceof Integer || value instanceof Long || value instanceof BigInteger
                        ? value
                        : misfit(pointer, "a whole number", value);
            default -> value;
        };
    }

    private Object object(Map<?, ?> schema, Object value, String pointer) {
        if (!(value instanceof Map<?, ?> given)) {
            return misfit(pointer, "a map of fields", value);
        }
        Map<?, ?> known = schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
        Map<String, @Nullable Object> fitting = new LinkedHashMap<>();
        given.forEach((name, field) -> {
            String below =
                    pointer + "/" + String.valueOf(name).replace("~", "~0").replace("/", "~1");
            Object kept = fieldSchema(schema, known, name) instanceof Map<?, ?> one
                    ? fitting(one, field, below)
                    : unknown(known, String.valueOf(name), below);
            if (!(kept instanceof Misfit)) {
                fitting.put(String.valueOf(name), kept);
            }
        });
        return fitting;
    }

    /** The schema of the field, null when there must be no such field. */
    private static @Nullable Object fieldSchema(Map<?, ?> schema, Map<?, ?> known, Object name) {
        Object own = known.get(name);
        if (own != null) {
            return own;
        }
        Object others = schema.get("additionalProperties");
        return Boolean.FALSE.equals(others) ? null : others instanceof Map<?, ?> ? others : Map.of();
    }

    private List<@Nullable Object> items(Map<?, ?> schema, List<?> given, String pointer) {
        Map<?, ?> one = schema.get("items") instanceof Map<?, ?> items ? items : Map.of();
        List<@Nullable Object> fitting = new ArrayList<>();
        for (int index = 0; index < given.size(); index++) {
            Object kept = fitting(one, given.get(index), pointer + "/" + index);
            fitting.add(kept instanceof Misfit ? null : kept); // Those behind it keep their pointers.
        }
        return fitting;
    }

    private Object array(Map<?, ?> schema, Object value, String pointer) {
        return value instanceof List<?> given
                ? items(schema, given, pointer)
                : misfit(pointer, "a list, even of one", value);
    }

    private Object text(Map<?, ?> schema, Object value, String pointer) {
        if (!(value instanceof String text)) {
            return misfit(pointer, value instanceof Map || value instanceof List ? "text" : "text, in quotes", value);
        }
        if (schema.get("enum") instanceof List<?> choices && !choices.contains(text)) {
            List<String> names = choices.stream().map(String::valueOf).toList();
            faults.misfit(pointer, "There is no '" + text + "' here; " + Suggestion.among(names, text));
            return Misfit.MISFIT;
        }
        return "duration".equals(schema.get("format")) && !isDuration(text)
                ? misfit(pointer, "an ISO-8601 duration such as PT60S", value)
                : value;
    }

    private Object unknown(Map<?, ?> known, String name, String pointer) {
        List<String> names = known.keySet().stream().map(String::valueOf).toList();
        faults.misfit(pointer, "There is no field '" + name + "' here; " + Suggestion.among(names, name));
        return Misfit.MISFIT;
    }

    private Object misfit(String pointer, String expected, Object value) {
        String given = switch (value) {
            case Map<?, ?> map -> "a map";
            case List<?> list -> "a list";
            case String text -> "'" + text.substring(0, Math.min(text.length(), 60)) + "'";
            default -> String.valueOf(value);
        };
        faults.misfit(pointer, "Must be " + expected + ", not " + given + ".");
        return Misfit.MISFIT;
    }

    private static boolean isDuration(String text) {
        try {
            Duration.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
