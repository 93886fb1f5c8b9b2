package io.bellwether.probe.http;

import io.bellwether.probe.TextPattern;
import org.jspecify.annotations.Nullable;

/** Whether a body, as text, holds what it should. */
final class BodyText {

    private BodyText() {}

    static @Nullable Mismatch mismatch(Exchange exchange, Content content) {
        String contains = exchange.bodyContains();
        if (contains != null && !content.text().contains(contains)) {
            return Mismatch.body("The body does not hold '" + contains + "'.");
        }
        String pattern = exchange.bodyMatches();
        if (pattern == null) {
            return null;
        }
        return switch (TextPattern.find(pattern, content.text())) {
            case FOUND -> null;
            case NOT_FOUND -> Mismatch.body("The body does not match '" + pattern + "'.");
            case TOO_COSTLY -> Mismatch.costly(pattern);
        };
    }
}
