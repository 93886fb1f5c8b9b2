package io.bellwether.platform;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the JSON library's complaints into problems that name the field and the fix. */
final class JsonFaults {

    private JsonFaults() {}

    static Problem problem(Throwable fault, String base) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof JsonMappingException mapping) {
                return Problem.invalid(base + pointer(mapping), detail(mapping));
            }
            if (cause instanceof JsonProcessingException broken) {
                return Problem.badRequest("The body is not valid JSON" + place(broken.getLocation()) + ".");
            }
        }
        return Problem.badRequest("The body is not valid JSON.");
    }

    static String pointer(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String detail(JsonMappingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                "Unknown field; known are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".";
            case InvalidFormatException format ->
                "'" + format.getValue() + "' is not " + expected(format.getTargetType()) + ".";
            case ValueInstantiationException broken
            when broken.getCause() != null -> String.valueOf(broken.getCause().getMessage());
            case MismatchedInputException mismatch -> "Must be " + expected(mismatch.getTargetType()) + ".";
            default -> "Not readable: " + fault.getOriginalMessage();
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "Duration" -> Timestamps.DURATION;
            case "Instant" -> Timestamps.INSTANT;
            case "LocalDateTime" -> Timestamps.LOCAL;
            case "LocalDate" -> Timestamps.DATE;
            case "UUID" -> "a UUID";
            case "URI" -> "a URL";
            case "List", "Set", "ArrayList" -> "an array";
            case "String" -> "a string";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double", "BigDecimal" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            default -> "an object";
        };
    }
}
