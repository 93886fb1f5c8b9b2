package io.bellwether.probe.http;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as the parser makes them, compared by what they mean. */
final class JsonValues {

    private static final int LONGEST_SHOWN = 100;
    private static final int LONGEST_NUMBER = 40;

    private JsonValues() {}

    /** Equal in JSON: objects whatever their order, numbers whatever their form. */
    static boolean equal(@Nullable Object one, @Nullable Object other) {
        return switch (one) {
            case null -> other == null;
            case Number _ -> other instanceof Number && sameNumber(number(one), number(other));
            case List<?> list -> other instanceof List<?> others && sameElements(list, others);
            case Map<?, ?> map -> other instanceof Map<?, ?> others && sameMembers(map, others);
            default -> one.equals(other);
        };
    }

    /** The value of a number, or of a text that is written as one; null for everything else. */
    static @Nullable BigDecimal number(@Nullable Object value) {
        if (!(value instanceof Number) && !(value instanceof String)) {
            return null;
        }
        String text = value.toString();
        try {
            return text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A text as it is, anything else as JSON would have it. */
    static String text(@Nullable Object value) {
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean
                ? String.valueOf(value)
                : Content.JSON.jsonProvider().toJson(value);
    }

    /** For people: texts in quotes, long ones cut. */
    static String shown(@Nullable Object value) {
        String cut = cut(text(value));
        return value instanceof String ? "'" + cut + "'" : cut;
    }

    static String cut(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) == 0;
    }

    private static boolean sameElements(List<?> one, List<?> other) {
        Iterator<?> others = other.iterator();
        return one.size() == other.size() && one.stream().allMatch(element -> equal(element, others.next()));
    }

    private static boolean sameMembers(Map<?, ?> one, Map<?, ?> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(member -> equal(member.getValue(), other.get(member.getKey())));
    }
}
