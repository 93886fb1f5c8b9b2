package io.bellwether.compat;

import io.bellwether.alert.silence.SetSilence;
import io.bellwether.core.alert.label.Matcher;
import io.bellwether.core.alert.label.MatcherText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A silence in Alertmanager's shape. */
record CompatSilence(
        String id,
        Status status,
        Instant updatedAt,
        String createdBy,
        String comment,
        Instant startsAt,
        Instant endsAt,
        List<Condition> matchers,
        Map<String, String> annotations) {

    /** @param state {@code active}, {@code pending} or {@code expired} */
    record Status(String state) {}

    /**
     * A matcher.
     *
     * @param isEqual false when it is negated
     */
    record Condition(String name, String value, boolean isRegex, boolean isEqual) {

        static Condition of(Matcher matcher) {
            return new Condition(
                    matcher.label(),
                    matcher.value(),
                    matcher.operator().expression(),
                    !matcher.operator().negated());
        }

        /** @throws io.bellwether.core.alert.label.InvalidMatcher when the name or the expression cannot be */
        Matcher matcher() {
            return new Matcher(name, Matcher.Operator.of(isRegex, !isEqual), value);
        }
    }

    static CompatSilence of(SetSilence silence) {
        return new CompatSilence(
                silence.id().toString(),
                new Status(silence.state().name().toLowerCase(Locale.ROOT)),
                silence.updatedAt(),
                silence.createdBy(),
                silence.comment(),
                silence.startsAt(),
                silence.endsAt(),
                silence.matchers().stream()
                        .flatMap(matcher -> MatcherText.read(matcher).stream())
                        .map(Condition::of)
                        .toList(),
                Map.of());
    }

    /** The list shows a silence when each wanted matcher is one of its own. */
    boolean has(List<Matcher> wanted) {
        return matchers.stream().map(Condition::matcher).toList().containsAll(wanted);
    }
}
