package io.bellwether.probe.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.Rule;
import io.bellwether.probe.TextPattern;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value to carry from an answer into later requests, where it is written {@code {{name}}}.
 *
 * @param expression a JSONPath, a header's or a cookie's name, or a regular expression whose first group counts; none for
 *     STATUS
 * @param secret whether the value is kept out of everything that is shown; false when absent
 */
@Obeys(Extraction.Fits.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Extraction(
        @NotNull @Pattern(regexp = Placeholders.NAME, message = "Must begin with a letter and go on with letters, digits and _.") String name,

        @NotNull Source from,
        @Size(min = 1, max = 1_000) @Nullable String expression,
        @Nullable Boolean secret) {

    enum Source {
        JSON,
        HEADER,
        COOKIE,
        REGEX,
        STATUS
    }

    static final class Fits implements Rule<Extraction> {

        @Override
        @SuppressWarnings("ConstantValue") // The source is null where another constraint will say so.
        public @Nullable String fault(Extraction extraction) {
            String expression = extraction.expression;
            if (extraction.from == null) {
                return null;
            }
            if (extraction.from == Source.STATUS) {
                return expression == null ? null : "STATUS takes no expression; leave it out.";
            }
            if (expression == null) {
                return extraction.from + " needs an expression.";
            }
            return switch (extraction.from) {
                case JSON -> new BodyPath.Rule().fault(expression);
                case REGEX -> new TextPattern.Compiles().fault(expression);
                case HEADER, COOKIE, STATUS -> null;
            };
        }
    }

    boolean hides() {
        return Boolean.TRUE.equals(secret);
    }

    /** Empty when the answer has no such value. */
    Optional<String> in(Content content, CookieJar cookies) {
        String what = String.valueOf(expression);
        return switch (from) {
            case STATUS -> Optional.of(String.valueOf(content.response().status()));
            case HEADER -> Optional.ofNullable(content.response().header(what));
            case COOKIE -> cookies.value(what);
            case REGEX -> TextPattern.first(what, content.text());
            case JSON ->
                content.json()
                        .map(json -> BodyPath.find(what, json))
                        .filter(found -> found.size() == 1)
                        .flatMap(List::getFirst)
                        .map(JsonValues::text);
        };
    }

    /** Where it was looked for. */
    String place() {
        return switch (from) {
            case STATUS -> "the status";
            case HEADER -> "the header " + expression;
            case COOKIE -> "the cookie " + expression;
            case REGEX -> "the body by '" + expression + "'";
            case JSON -> "the body at " + expression;
        };
    }
}
