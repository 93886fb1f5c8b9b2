package io.bellwether.config.imports.gatus;

import io.bellwether.config.imports.BodyDemands;
import io.bellwether.config.imports.JsonPredicate;
import io.bellwether.config.imports.Regexes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a condition on the body comes to: on its text a regular expression, on a place in its JSON a JSONPath predicate. */
final class BodyCondition {

    private static final String BODY = "[BODY]";
    private static final Pattern FUNCTION = Pattern.compile("(len|has)\\((.*)\\)");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[[A-Z_]{3,}]");

    private BodyCondition() {}

    static boolean concerns(Condition condition) {
        return condition.left().contains(BODY);
    }

    /** Whether it asks that the body as a text be something. */
    static boolean isText(Condition condition) {
        return condition.left().equals(BODY) && condition.isEqual();
    }

    /** @return false when it cannot be said in our words */
    static boolean add(Condition condition, BodyDemands demands) {
        if (PLACEHOLDER.matcher(condition.right()).find()) {
            return false;
        }
        if (condition.left().equals(BODY)) {
            return text(condition, demands);
        }
        Optional<String> wildcard = condition.wildcard();
        return wildcard.isPresent()
                ? matches(condition, wildcard.get(), demands)
                : predicate(condition).map(demands::json).orElse(false);
    }

    private static boolean matches(Condition condition, String wildcard, BodyDemands demands) {
        Optional<String> path = path(condition.left()).flatMap(JsonPredicate::expression);
        path.filter(_ -> condition.isEqual()).ifPresent(place -> demands.check(place, "MATCHES", regex(wildcard)));
        return path.isPresent() && condition.isEqual();
    }

    private static Optional<JsonPredicate> predicate(Condition condition) {
        Matcher function = FUNCTION.matcher(condition.left());
        if (!function.matches()) {
            return path(condition.left())
                    .flatMap(path -> JsonPredicate.comparison(path, condition.operator(), condition.alternatives()));
        }
        Optional<String> path = path(function.group(2));
        return function.group(1).equals("has")
                ? path.flatMap(place -> presence(place, condition))
                : path.flatMap(place -> JsonPredicate.length(place, condition.operator(), condition.right()));
    }

    private static Optional<JsonPredicate> presence(String path, Condition condition) {
        boolean clear = condition.right().matches("true|false") && (condition.isEqual() || condition.isDifferent());
        return clear
                ? JsonPredicate.presence(path, condition.right().equals("true") == condition.isEqual())
                : Optional.empty();
    }

    private static Optional<String> path(String left) {
        return left.startsWith(BODY) ? Optional.of(left.substring(BODY.length())) : Optional.empty();
    }

    private static boolean text(Condition condition, BodyDemands demands) {
        if (!condition.isEqual() && !condition.isDifferent()) {
            return false;
        }
        Optional<String> wildcard = condition.wildcard();
        String regex = wildcard.map(BodyCondition::regex).orElseGet(() -> whole(condition));
        Optional<String> part = wildcard.filter(text -> text.matches("(?s)\\*[^*?]+\\*"));
        if (condition.isDifferent()) {
            demands.lacks(regex);
        } else if (part.isPresent()) {
            demands.contains(part.get().substring(1, part.get().length() - 1));
        } else {
            demands.holds(regex);
        }
        return true;
    }

    private static String whole(Condition condition) {
        return condition.alternatives().stream()
                .map(Regexes::quoted)
                .collect(Collectors.joining("|", "\\A\\s*(?:", ")\\s*\\z"));
    }

    /** In a pattern an asterisk stands for any text and a question mark for any character. */
    private static String regex(String pattern) {
        String inner = pattern.replaceFirst("^\\*+", "").replaceFirst("\\*+$", "");
        String regex = Regexes.quoted(inner).replace("\\*", "[\\s\\S]*").replace("\\?", "[\\s\\S]");
        return (pattern.startsWith("*") ? "" : "\\A\\s*") + regex + (pattern.endsWith("*") ? "" : "\\s*\\z");
    }
}
