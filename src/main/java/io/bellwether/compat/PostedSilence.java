package io.bellwether.compat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bellwether.alert.silence.NewSilence;
import io.bellwether.core.alert.label.InvalidMatcher;
import io.bellwether.platform.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A silence as Alertmanager's tools send it.
 *
 * @param id of the one to change; absent or empty for a new one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PostedSilence(
        @Nullable String id,
        @Nullable List<@Nullable Condition> matchers,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String createdBy,
        @Nullable String comment) {

    /**
     * A matcher.
     *
     * @param isRegex false when absent
     * @param isEqual false when it is negated; true when absent
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Condition(
            @Nullable String name,
            @Nullable String value,
            @Nullable Boolean isRegex,
            @Nullable Boolean isEqual) {}

    /** @throws Problem 422 when something is missing, or 400 */
    NewSilence values() {
        if (matchers == null || matchers.isEmpty()) {
            throw missing("matchers");
        }
        Instant end = WireTime.known(endsAt);
        if (end == null) {
            throw missing("endsAt");
        }
        if (comment == null || comment.isBlank()) {
            throw missing("comment");
        }
        if (createdBy == null || createdBy.isBlank()) {
            throw missing("createdBy");
        }
        return new NewSilence(texts(matchers), WireTime.known(startsAt), end, comment);
    }

    /** Null for a new one. */
    @Nullable UUID existing() {
        return id == null || id.isEmpty() ? null : uuid(id);
    }

    /** @throws Problem 422 when it is none */
    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.of(422, "Unprocessable", "'" + text + "' is no id of a silence.");
        }
    }

    private static List<String> texts(List<@Nullable Condition> conditions) {
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < conditions.size(); at++) {
            texts.add(text("matchers." + at, conditions.get(at)));
        }
        return texts;
    }

    private static String text(String field, @Nullable Condition condition) {
        if (condition == null || condition.name == null) {
            throw missing(field + ".name");
        }
        if (condition.value == null) {
            throw missing(field + ".value");
        }
        boolean expression = Boolean.TRUE.equals(condition.isRegex);
        boolean equal = !Boolean.FALSE.equals(condition.isEqual);
        try {
            return new CompatSilence.Condition(condition.name, condition.value, expression, equal)
                    .matcher()
                    .toString();
        } catch (InvalidMatcher e) {
            throw Problem.badRequest("bad matcher: " + e.detail());
        }
    }

    private static Problem missing(String field) {
        return Problem.of(422, "Unprocessable", field + " in body is required");
    }
}
