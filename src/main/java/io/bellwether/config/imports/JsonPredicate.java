package io.bellwether.config.imports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSONPath predicate about one place in a JSON body.
 *
 * @param root where the object begins that it speaks of: {@code $}, or {@code $[0]} of a body that is a list
 * @param text such as {@code @.status == 'UP'}
 */
public record JsonPredicate(String root, String text) {

    private static final Pattern STEP = Pattern.compile("\\.?([\\p{L}_][\\p{L}\\p{N}_-]*)|(\\[[0-9]+])");
    private static final Pattern FIRST = Pattern.compile("\\[[0-9]+]");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");

    private static final Set<String> OPERATORS = Set.of("==", "!=", "<=", ">=", "<", ">");

    /** @param path names and indexes such as {@code .data[0].id} */
    private static Optional<JsonPredicate> place(String path) {
        Matcher first = FIRST.matcher(path);
        String root = first.lookingAt() ? "$" + first.group() : "$";
        StringBuilder relative = new StringBuilder("@");
        Matcher step = STEP.matcher(path);
        int end = root.length() - 1;
        while (step.find(end) && step.start() == end) {
            String name = step.group(1);
            relative.append(name == null ? step.group(2) : name.contains("-") ? "['" + name + "']" : "." + name);
            end = step.end();
        }
        return end == path.length() && relative.length() > 1
                ? Optional.of(new JsonPredicate(root, relative.toString()))
                : Optional.empty();
    }

    /**
     * That what is at the path compares with one of the values; with all of them when the operator is {@code !=}.
     *
     * @param operator one of ==, !=, <=, >=, <, >
     * @return empty when JSONPath cannot say so
     */
    public static Optional<JsonPredicate> comparison(String path, String operator, List<String> values) {
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (!OPERATORS.contains(operator)) {
            return Optional.empty();
        }
        if (!equality
                && !(values.size() == 1 && NUMBER.matcher(values.getFirst()).matches())) {
            return Optional.empty();
        }
        return place(path).map(place -> {
            List<String> parts = values.stream()
                    .flatMap(value -> literals(value).stream())
                    .map(literal -> place.text + " " + operator + " " + literal)
                    .toList();
            String joined = String.join(operator.equals("!=") ? " && " : " || ", parts);
            return new JsonPredicate(place.root, parts.size() == 1 ? joined : "(" + joined + ")");
        });
    }

    /** That there is something at the path, or that there is nothing. */
    public static Optional<JsonPredicate> presence(String path, boolean present) {
        return place(path).map(place -> new JsonPredicate(place.root, (present ? "" : "!") + place.text));
    }

    /** How long the list at the path is. */
    public static Optional<JsonPredicate> length(String path, String operator, String number) {
        return NUMBER.matcher(number).matches()
                ? place(path)
                        .map(place ->
                                new JsonPredicate(place.root, place.text + ".length() " + operator + " " + number))
                : Optional.empty();
    }

    /** The JSONPath expression that leads to the path. */
    public static Optional<String> expression(String path) {
        return path.isEmpty() ? Optional.of("$") : place(path).map(place -> place.root + place.text.substring(1));
    }

    /** JSONPath takes a number for its text, but not so a truth value. */
    private static List<String> literals(String value) {
        if (NUMBER.matcher(value).matches()) {
            return List.of(value);
        }
        String quoted = "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
        return value.matches("true|false") ? List.of(value, quoted) : List.of(quoted);
    }
}
