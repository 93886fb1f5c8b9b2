package io.bellwether.core.alert.routing;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which alerts go into one message: those that agree in these labels.
 *
 * @param all agree in every label, so that each alert goes alone
 * @param labels empty: all alerts of a branch go together
 */
public record Grouping(boolean all, SortedSet<String> labels) {

    public static final Grouping EACH_ALONE = new Grouping(true, new TreeSet<>());

    public static Grouping by(String... labels) {
        return new Grouping(false, new TreeSet<>(List.of(labels)));
    }

    /** The labels of an alert that name its group, in order. */
    public SortedMap<String, String> groupOf(Map<String, String> alert) {
        SortedMap<String, String> group = new TreeMap<>(alert);
        if (!all) {
            group.keySet().retainAll(labels);
        }
        return group;
    }
}
