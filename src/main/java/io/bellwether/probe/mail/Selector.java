package io.bellwether.probe.mail;

import io.bellwether.probe.Rule;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a signing key: what follows {@code s=} in a message's DKIM-Signature header. */
final class Selector implements Rule<String> {

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_-]{0,62})(\\.[A-Za-z0-9][A-Za-z0-9_-]{0,62}){0,3}");

    @Override
    public @Nullable String fault(String selector) {
        return PLAIN.matcher(selector).matches() ? null : "Must be a selector such as s1 or mail2026.";
    }
}
