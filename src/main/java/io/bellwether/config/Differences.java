package io.bellwether.config;

import io.bellwether.config.Change.FieldChange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells two things apart, field by field; a list is one field. */
final class Differences {

    private Differences() {}

    /** The fields that differ of two things without secrets. */
    static List<FieldChange> between(Map<String, Object> before, Map<String, Object> after) {
        return between(before, after, before, after);
    }

    /** The fields that differ, with their values from the two things as they may be shown. */
    static List<FieldChange> between(
            Map<String, Object> before,
            Map<String, Object> after,
            Map<String, Object> beforeShown,
            Map<String, Object> afterShown) {
        Map<String, Object> old = flat(before);
        Map<String, Object> young = flat(after);
        Map<String, Object> oldShown = flat(beforeShown);
        Map<String, Object> youngShown = flat(afterShown);
        TreeSet<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(young.keySet());
        return fields.stream()
                .filter(field -> !Objects.equals(old.get(field), young.get(field)))
                .map(field -> new FieldChange(field, oldShown.get(field), youngShown.get(field)))
                .toList();
    }

    private static Map<String, Object> flat(Map<String, Object> values) {
        Map<String, Object> flat = new TreeMap<>();
        flatten("", values, flat);
        return flat;
    }

    private static void flatten(String path, Map<?, ?> values, Map<String, Object> flat) {
        values.forEach((name, value) -> {
            String below = path + name;
            if (value instanceof Map<?, ?> map && !map.isEmpty()) {
                flatten(below + "/", map, flat);
            } else if (value != null) {
                flat.put(below, value);
            }
        });
    }
}
