package io.bellwether.probe.http;

import io.bellwether.probe.Rule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that can be written as placeholders, each with something behind it. */
final class SecretNames implements Rule<Map<String, String>> {

    private static final int LONGEST = 8_000;

    @Override
    public @Nullable String fault(Map<String, String> secrets) {
        if (!secrets.keySet().stream().allMatch(name -> name.matches(Placeholders.NAME))) {
            return "Must have names that begin with a letter and go on with letters, digits and _.";
        }
        return secrets.values().stream().allMatch(SecretNames::isUsable)
                ? null
                : "Must have values of 1 to " + LONGEST + " characters.";
    }

    private static boolean isUsable(@Nullable String value) {
        return value != null && !value.isEmpty() && value.length() <= LONGEST;
    }
}
