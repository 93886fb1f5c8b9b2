package io.bellwether.config.imports.gatus;

import io.bellwether.config.imports.Spans;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition such as {@code [STATUS] == any(200, 429)}.
 *
 * @param operator one of ==, !=, <=, >=, <, >
 */
record Condition(String left, String operator, String right) {

    private static final Pattern FORM = Pattern.compile("(.+?)\\s*(==|!=|<=|>=|<|>)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern ANY = Pattern.compile("any\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern WILD = Pattern.compile("pat\\((.*)\\)", Pattern.DOTALL);

    static Optional<Condition> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new Condition(
                        form.group(1).strip(), form.group(2), form.group(3).strip()))
                : Optional.empty();
    }

    boolean isEqual() {
        return operator.equals("==");
    }

    boolean isDifferent() {
        return operator.equals("!=");
    }

    /** Whether it asks for what {@code left} is anyway when the check succeeds at all. */
    boolean says(String left, String right) {
        return this.left.equals(left) && isEqual() && this.right.equals(right);
    }

    /** What it is compared with: the alternatives of {@code any(…)}, else the one value. */
    List<String> alternatives() {
        Matcher any = ANY.matcher(right);
        return any.matches()
                ? Arrays.stream(any.group(1).split(",", -1)).map(String::strip).toList()
                : List.of(right);
    }

    /** The text of {@code pat(…)}, in which an asterisk stands for any text. */
    Optional<String> wildcard() {
        Matcher wild = WILD.matcher(right);
        return wild.matches() ? Optional.of(wild.group(1)) : Optional.empty();
    }

    /** The limit of a condition on the response time, in milliseconds when no unit is given; empty for any other. */
    Optional<Duration> slowerThan() {
        return left.equals("[RESPONSE_TIME]") && operator.startsWith("<")
                ? Spans.parse(right.matches("[0-9]+") ? right + "ms" : right)
                : Optional.empty();
    }

    /** The comparison with whole numbers; empty when it is with something else. */
    Optional<IntPredicate> number() {
        if (!alternatives().stream().allMatch(value -> value.matches("[0-9]{1,6}"))) {
            return Optional.empty();
        }
        List<Integer> values = alternatives().stream().map(Integer::valueOf).toList();
        int first = values.getFirst();
        return Optional.of(
                switch (operator) {
                    case "==" -> values::contains;
                    case "!=" -> value -> !values.contains(value);
                    case "<=" -> value -> value <= first;
                    case ">=" -> value -> value >= first;
                    case "<" -> value -> value < first;
                    default -> value -> value > first;
                });
    }
}
