package io.bellwether.core.alert.label;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.Objects;

/**
 * A condition on one label, as Prometheus Alertmanager has them. A label that is missing is as if it were empty. Expressions
 * are those of RE2, which cannot run away, and must match the whole value.
 */
public final class Matcher {

    /** How a label's value is compared. */
    public enum Operator {
        EQUAL("="),
        NOT_EQUAL("!="),
        MATCHES("=~"),
        MATCHES_NOT("!~");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** As it is written: {@code =}, {@code !=}, {@code =~} or {@code !~}. */
        public String sign() {
            return sign;
        }

        public boolean expression() {
            return this == MATCHES || this == MATCHES_NOT;
        }

        public boolean negated() {
            return this == NOT_EQUAL || this == MATCHES_NOT;
        }

        public static Operator of(boolean expression, boolean negated) {
            if (expression) {
                return negated ? MATCHES_NOT : MATCHES;
            }
            return negated ? NOT_EQUAL : EQUAL;
        }
    }

    private final String label;
    private final Operator operator;
    private final String value;
    private final Pattern pattern;

    /** @throws InvalidMatcher when the label's name or the expression cannot be */
    public Matcher(String label, Operator operator, String value) {
        if (!Labels.isName(label)) {
            throw new InvalidMatcher("'" + label + "' is no label name: letters, digits and _, no digit first.");
        }
        this.label = label;
        this.operator = operator;
        this.value = value;
        this.pattern = compiled(operator.expression() ? value : Pattern.quote(value));
    }

    public static Matcher equal(String label, String value) {
        return new Matcher(label, Operator.EQUAL, value);
    }

    private static Pattern compiled(String expression) {
        try {
            return Pattern.compile(expression, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new InvalidMatcher(
                    "'" + expression + "' is no regular expression (RE2): " + e.getDescription() + ".");
        }
    }

    public String label() {
        return label;
    }

    public Operator operator() {
        return operator;
    }

    public String value() {
        return value;
    }

    public boolean matches(Map<String, String> labels) {
        return accepts(labels.getOrDefault(label, ""));
    }

    /** Whether it holds for things that do not have the label at all. */
    public boolean acceptsNothing() {
        return accepts("");
    }

    private boolean accepts(String actual) {
        return pattern.matches(actual) != operator.negated();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matcher that
                && label.equals(that.label)
                && operator == that.operator
                && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(label, operator, value);
    }

    /** As it is written in Alertmanager's files: {@code vendor="acme"}. */
    @Override
    public String toString() {
        return label
                + operator.sign()
                + '"'
                + value.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"")
                + '"';
    }
}
