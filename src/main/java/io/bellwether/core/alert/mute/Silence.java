package io.bellwether.core.alert.mute;

import io.bellwether.core.alert.label.Matcher;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * For how long alerts with certain labels are not told. Alerts of a protected class are told all the same, unless the silence
 * names the class or the rule.
 *
 * @param matchers all must match
 * @param startsAt inclusive
 * @param endsAt exclusive
 */
public record Silence(List<Matcher> matchers, Instant startsAt, Instant endsAt) {

    /** The values of the label {@code domain} that a silence mutes only when it names them. */
    public static final Set<String> PROTECTED = Set.of("security", "contract");

    /** The label and its value of alerts about Bellwether itself, which a silence mutes only when it names them. */
    public static final String CLASS = "class";

    public static final String INTERNAL = "internal";

    private static final String DOMAIN = "domain";
    private static final String RULE = "alertname";
    private static final Set<String> NAMING = Set.of(DOMAIN, RULE, CLASS);

    public Silence {
        matchers = List.copyOf(matchers);
    }

    /** What the clock makes of it. */
    public enum State {
        PENDING,
        ACTIVE,
        EXPIRED
    }

    public State at(Instant now) {
        if (!now.isBefore(endsAt)) {
            return State.EXPIRED;
        }
        return now.isBefore(startsAt) ? State.PENDING : State.ACTIVE;
    }

    /** Whether it covers these labels while it is active. */
    public boolean covers(Map<String, String> labels) {
        return matches(labels) && (!isProtected(labels) || names(labels));
    }

    /** Whether all its matchers match; it does not cover what is protected and matches only by chance. */
    public boolean matches(Map<String, String> labels) {
        return matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }

    static boolean isProtected(Map<String, String> labels) {
        return PROTECTED.contains(labels.getOrDefault(DOMAIN, "")) || INTERNAL.equals(labels.get(CLASS));
    }

    private boolean names(Map<String, String> labels) {
        return matchers.stream()
                .filter(matcher -> NAMING.contains(matcher.label()))
                .anyMatch(matcher -> names(matcher, labels.getOrDefault(matcher.label(), "")));
    }

    private static boolean names(Matcher matcher, String value) {
        return switch (matcher.operator()) {
            case EQUAL -> matcher.value().equals(value);
            case MATCHES -> Arrays.asList(matcher.value().split("\\|", -1)).contains(value);
            case NOT_EQUAL, MATCHES_NOT -> false;
        };
    }
}
