package io.bellwether.core.alert.mute;

import io.bellwether.core.alert.label.Matcher;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A rule by which one firing alert explains another, so that the other need not be told.
 *
 * @param causes which alerts explain
 * @param effects which alerts are explained
 * @param equal the labels in which both must agree; a label that one of them lacks never agrees, other than in Prometheus
 *     Alertmanager
 */
public record Inhibition(List<Matcher> causes, List<Matcher> effects, Set<String> equal) {

    public Inhibition {
        causes = List.copyOf(causes);
        effects = List.copyOf(effects);
        equal = Set.copyOf(equal);
    }

    /**
     * Two alerts that could each explain the other do not: else neither would be told.
     *
     * @param cause the labels of an alert that fires, told or not
     * @param effect the labels of another
     */
    public boolean explains(Map<String, String> cause, Map<String, String> effect) {
        boolean mutual = match(effects, cause) && match(causes, effect);
        return fits(cause, effect) && !mutual;
    }

    /** As {@link #explains}, for those who know otherwise which of two explains the other. */
    boolean fits(Map<String, String> cause, Map<String, String> effect) {
        return match(causes, cause) && match(effects, effect) && agree(cause, effect);
    }

    private boolean agree(Map<String, String> cause, Map<String, String> effect) {
        return equal.stream().allMatch(label -> {
            String value = cause.getOrDefault(label, "");
            return !value.isEmpty() && Objects.equals(value, effect.get(label));
        });
    }

    private static boolean match(List<Matcher> matchers, Map<String, String> labels) {
        return matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }
}
