package io.bellwether.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JSON-shaped values as the one text that all ways to write them share: the JSON Canonicalization Scheme of RFC 8785, so that
 * anybody can recompute the hash of a review with a library of their own.
 */
final class Canonical {

    /** ECMAScript writes numbers in plain digits when their decimal point lies in this range (ECMA-262, Number::toString). */
    private static final int LOWEST_PLAIN_POINT = -5;

    private static final int HIGHEST_PLAIN_POINT = 21;

    private Canonical() {}

    static String json(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> text(text);
            case Number number -> number(number.doubleValue());
            case Boolean truth -> truth.toString();
            case List<?> list -> list.stream().map(Canonical::json).collect(Collectors.joining(",", "[", "]"));
            case Map<?, ?> map -> object(map);
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        };
    }

    private static String object(Map<?, ?> map) {
        Map<String, String> members = new TreeMap<>();
        map.forEach((name, value) -> members.put(String.valueOf(name), json(value)));
        return members.entrySet().stream()
                .map(member -> text(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String number(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal digits = BigDecimal.valueOf(value).stripTrailingZeros();
        int point = digits.precision() - digits.scale();
        if (point >= LOWEST_PLAIN_POINT && point <= HIGHEST_PLAIN_POINT) {
            return digits.toPlainString();
        }
        BigDecimal mantissa = digits.movePointLeft(point - 1).stripTrailingZeros();
        return mantissa.toPlainString() + "e" + (point > 0 ? "+" : "") + (point - 1);
    }

    private static String text(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('"');
        value.chars().forEach(unit -> out.append(escaped((char) unit)));
        return out.append('"').toString();
    }

    private static String escaped(char unit) {
        return switch (unit) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> unit < ' ' ? "\\u%04x".formatted((int) unit) : String.valueOf(unit);
        };
    }
}
