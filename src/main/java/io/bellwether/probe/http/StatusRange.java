package io.bellwether.probe.http;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A status or a range of them, such as {@code 301} or {@code 200-299}. */
record StatusRange(int from, int to) {

    private static final Pattern FORM = Pattern.compile("([1-5][0-9]{2})(?:-([1-5][0-9]{2}))?");
    private static final List<String> SUCCESS = List.of("200-299");
    private static final List<String> REDIRECT = List.of("300-399");

    /** A range that can be read. */
    static final class Rule implements io.bellwether.probe.Rule<String> {

        @Override
        public @Nullable String fault(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return "Must be a status such as 301 or a range such as 200-299.";
            }
            return of(form).from > of(form).to ? "The range runs backwards." : null;
        }
    }

    /** What the exchange expects, said or not. */
    static List<String> right(Exchange exchange) {
        boolean redirect = exchange.expectRedirect() != null && !exchange.follows();
        return Objects.requireNonNullElse(exchange.expectStatus(), redirect ? REDIRECT : SUCCESS);
    }

    static boolean any(List<String> ranges, int status) {
        return ranges.stream()
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(StatusRange::of)
                .anyMatch(range -> range.holds(status));
    }

    private static StatusRange of(Matcher form) {
        int from = Integer.parseInt(form.group(1));
        return new StatusRange(from, form.group(2) == null ? from : Integer.parseInt(form.group(2)));
    }

    private boolean holds(int status) {
        return from <= status && status <= to;
    }
}
