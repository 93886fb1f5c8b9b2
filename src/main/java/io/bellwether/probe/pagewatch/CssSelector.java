package io.bellwether.probe.pagewatch;

import io.bellwether.probe.Rule;
import java.util.Locale;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/** A CSS selector, without patterns: those could be made to take very long. */
final class CssSelector implements Rule<String> {

    @Override
    public @Nullable String fault(String selector) {
        if (selector.contains("~=") || selector.toLowerCase(Locale.ROOT).contains(":matches")) {
            return "Must not use patterns (~= or :matches); name elements, classes or ids.";
        }
        try {
            QueryParser.parse(selector);
            return null;
        } catch (SelectorParseException | IllegalArgumentException e) {
            return "Must be a CSS selector such as 'main' or '#sub-processors table'.";
        }
    }
}
