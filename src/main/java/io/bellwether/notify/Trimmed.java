package io.bellwether.notify;

import io.bellwether.core.language.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts as they travel to machines: without characters that only deceive, and of bounded size, for providers refuse what is
 * large. What does not fit any more is left out.
 */
final class Trimmed {

    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_TEXT = 10_000;
    private static final int LEAST_ROOM = 10;

    private int room = MOST_TEXT;

    private Trimmed() {}

    static Map<String, Object> facts(Map<String, Object> facts) {
        return new Trimmed().map(facts);
    }

    private Map<String, Object> map(Map<?, ?> map) {
        Map<String, Object> trimmed = new LinkedHashMap<>();
        map.entrySet().stream()
                .takeWhile(_ -> room > LEAST_ROOM)
                .forEach(entry -> trimmed.put(text(entry.getKey()), value(entry.getValue())));
        return trimmed;
    }

    private Object value(Object value) {
        return switch (value) {
            case String text -> text(text);
            case List<?> list ->
                list.stream().takeWhile(_ -> room > LEAST_ROOM).map(this::value).toList();
            case Map<?, ?> map -> map(map);
            default -> value;
        };
    }

    private String text(Object text) {
        String cut = PlainText.of(String.valueOf(text), Math.clamp(room, LEAST_ROOM, LONGEST_TEXT));
        room -= cut.length() + 1;
        return cut;
    }
}
