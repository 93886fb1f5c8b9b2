package io.bellwether.alert;

import io.bellwether.core.alert.Condition;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.EmailAddress;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a request asks for; what is wrong is a problem that names the parameter. */
final class Filters {

    private static final String OPEN = "OPEN";

    private Filters() {}

    /** One condition; {@code OPEN} for all but resolved; any when absent. */
    static Set<Condition> conditions(@Nullable String state) {
        if (OPEN.equals(state)) {
            return AlertQuery.OPEN;
        }
        Condition condition = value("state", state, Condition.class, OPEN + ", ");
        return condition == null ? AlertQuery.ANY : Set.of(condition);
    }

    static <E extends Enum<E>> @Nullable E value(String parameter, @Nullable String text, Class<E> type) {
        return value(parameter, text, type, "");
    }

    /** A person's address, in lower case. */
    static @Nullable String assignee(@Nullable String text) {
        return text == null ? null : EmailAddress.key(text);
    }

    private static <E extends Enum<E>> @Nullable E value(
            String parameter, @Nullable String text, Class<E> type, String others) {
        if (text == null) {
            return null;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        String known = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        throw Problem.invalid(parameter, "Must be one of " + others + known + ".");
    }
}
