package io.bellwether.probe.http;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A status or a range of them, such as {@code 301} or {@code 200-299}. */
record StatusRange(int from, int to) {

    private static final Pattern FORM = Pattern.compile("([1-5][0-9]{2})(?:-([1-5][0-9]{2}))?");
    private static final int STATUS_LENGTH = 3;
    private static final List<String> SUCCESS = List.of("200-299");
    private static final List<String> REDIRECT = List.of("300-399");

    /** A range that can be read. */
    static final class Rule implements io.bellwether.probe.Rule<String> {

        @Override
        public @Nullable String fault(String text) {
            if (!FORM.matcher(text).matches()) {
                return "Must be a status such as 301 or a range such as 200-299.";
            }
            StatusRange range = of(text);
            return range.from > range.to ? "The range runs backwards." : null;
        }
    }

    /** What the exchange expects, said or not. */
    static List<String> right(Exchange exchange) {
        boolean redirect = exchange.expectRedirect() != null && !exchange.follows();
        return Objects.requireNonNullElse(exchange.expectStatus(), redirect ? REDIRECT : SUCCESS);
    }

    static boolean any(List<String> ranges, int status) {
        return ranges.stream().map(StatusRange::of).anyMatch(range -> range.holds(status));
    }

    /** @param text of the form, which was checked when it was entered */
    private static StatusRange of(String text) {
        int from = Integer.parseInt(text, 0, STATUS_LENGTH, 10);
        int to = text.length() == STATUS_LENGTH ? from : Integer.parseInt(text, STATUS_LENGTH + 1, text.length(), 10);
        return new StatusRange(from, to);
    }

    private boolean holds(int status) {
        return from <= status && status <= to;
    }
}
