package io.bellwether.core.alert.routing;

import io.bellwether.core.alert.label.Matcher;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A node of the routing tree with all that it inherits.
 *
 * @param key the matchers on the way to it; the same as long as these are
 */
public record Branch(String key, String receiver, Grouping grouping, Timing timing) {

    /** The name of the group that an alert belongs to here. */
    public String groupKey(Map<String, String> alert) {
        return key + ":" + written(grouping.groupOf(alert));
    }

    static Branch root(Route route) {
        if (!route.matchers().isEmpty()) {
            throw new IllegalArgumentException("The root takes every alert, so it cannot have matchers.");
        }
        String receiver = Objects.requireNonNull(route.receiver(), "the root's receiver");
        Grouping grouping = Objects.requireNonNullElse(route.grouping(), Grouping.by());
        return new Branch("{}", receiver, grouping, timing(route, Timing.DEFAULT));
    }

    Branch below(Route route) {
        return new Branch(
                key + "/"
                        + route.matchers().stream()
                                .map(Matcher::toString)
                                .sorted()
                                .collect(Collectors.joining(",", "{", "}")),
                Objects.requireNonNullElse(route.receiver(), receiver),
                Objects.requireNonNullElse(route.grouping(), grouping),
                timing(route, timing));
    }

    private static Timing timing(Route route, Timing inherited) {
        return new Timing(
                Objects.requireNonNullElse(route.groupWait(), inherited.groupWait()),
                Objects.requireNonNullElse(route.groupInterval(), inherited.groupInterval()),
                Objects.requireNonNullElse(route.repeatInterval(), inherited.repeatInterval()));
    }

    private static String written(SortedMap<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> Matcher.equal(label.getKey(), label.getValue()).toString())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
