package io.bellwether.compat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.bellwether.core.alert.label.InvalidMatcher;
import io.bellwether.core.alert.label.Matcher;
import io.bellwether.core.alert.label.MatcherText;
import io.bellwether.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which alerts somebody wants to see. */
record AlertFilter(
        boolean active,
        boolean silenced,
        boolean inhibited,
        boolean unprocessed,
        List<Matcher> matchers,
        @Nullable Pattern receiver) {

    /**
     * The filter that a query asks for.
     *
     * @throws Problem 400 for what cannot be read
     */
    static AlertFilter of(AlertParameters query) {
        return new AlertFilter(
                flag("active", query.active),
                flag("silenced", query.silenced),
                flag("inhibited", query.inhibited),
                flag("unprocessed", query.unprocessed),
                matchers(query.filter),
                pattern(query.receiver));
    }

    boolean accepts(CompatAlert alert) {
        CompatAlert.Status status = alert.status();
        boolean wanted = switch (status.state()) {
            case "active" -> active;
            case "unprocessed" -> unprocessed;
            default ->
                (silenced || status.silencedBy().isEmpty())
                        && (inhibited || status.inhibitedBy().isEmpty());
        };
        return wanted
                && matchers.stream().allMatch(matcher -> matcher.matches(alert.labels()))
                && (receiver == null || alert.receivers().stream().anyMatch(name -> receiver.matches(name.name())));
    }

    static List<Matcher> matchers(List<String> filters) {
        try {
            return filters.stream()
                    .flatMap(filter -> MatcherText.read(filter).stream())
                    .toList();
        } catch (InvalidMatcher e) {
            throw Problem.badRequest("bad matcher: " + e.detail());
        }
    }

    private static boolean flag(String name, @Nullable String value) {
        if (value == null || value.equals("true")) {
            return true;
        }
        if (value.equals("false")) {
            return false;
        }
        throw Problem.badRequest(name + " must be true or false, not '" + value + "'.");
    }

    private static @Nullable Pattern pattern(@Nullable String expression) {
        try {
            return expression == null ? null : Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw Problem.badRequest("bad receiver expression: " + e.getDescription());
        }
    }
}
