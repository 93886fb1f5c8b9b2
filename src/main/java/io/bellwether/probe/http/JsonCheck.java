package io.bellwether.probe.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.TextPattern;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One comparison in a JSON body. A path that leads to several values asks it of each of them, and there must be at least one.
 *
 * @param op what to ask
 * @param value what to compare with; absent for EXISTS and ABSENT
 */
@Obeys(JsonValueFits.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonCheck(
        @NotNull @Size(min = 1, max = 1_000) @Obeys(BodyPath.Rule.class)
        String path,

        @NotNull JsonOperation op,
        @Nullable Object value) {

    static @Nullable Mismatch mismatch(Exchange exchange, Content content) {
        List<JsonCheck> checks = exchange.json();
        if (checks == null) {
            return null;
        }
        Object json = content.json().orElse(null);
        if (json == null) {
            return Mismatch.body("The body is not JSON.");
        }
        return checks.stream()
                .map(check -> check.among(BodyPath.find(check.path, json)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Mismatch among(List<Optional<Object>> found) {
        if (op == JsonOperation.ABSENT) {
            return found.isEmpty() ? null : Mismatch.body("In the body there is " + path + ", which should be absent.");
        }
        if (found.isEmpty()) {
            return Mismatch.body("In the body there is no " + path + ".");
        }
        if (op == JsonOperation.EXISTS) {
            return null;
        }
        return found.stream()
                .map(one -> compared(one.orElse(null)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Mismatch compared(@Nullable Object found) {
        Object wanted = Objects.requireNonNull(value, "the rule asks for one");
        if (op == JsonOperation.MATCHES) {
            return switch (TextPattern.find(wanted.toString(), JsonValues.text(found))) {
                case FOUND -> null;
                case NOT_FOUND -> differs(found, wanted);
                case TOO_COSTLY -> Mismatch.costly(wanted.toString());
            };
        }
        return op.holds(found, wanted) ? null : differs(found, wanted);
    }

    private Mismatch differs(@Nullable Object found, Object wanted) {
        return Mismatch.body("In the body " + path + " is " + JsonValues.shown(found) + ", not " + op.words()
                + JsonValues.shown(wanted) + ".");
    }
}
