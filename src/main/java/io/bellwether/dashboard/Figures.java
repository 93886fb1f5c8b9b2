package io.bellwether.dashboard;

import io.bellwether.core.Lens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON-shaped values laid out for reading: single figures, small groups of them, and tables of what comes in lists.
 * What is nested deeper is told within its cell.
 */
public record Figures(List<Figure> single, List<Group> groups, List<Table> tables) {

    private static final List<String> FIRST =
            List.of("text", "name", "title", "reason", "date", "from", "startedAt", "firedAt", "begin", "current");

    private static final String LAST = "source";

    /**
     * @param link where it can be looked up; null when it is no address
     */
    public record Figure(
            String label, String text, @Nullable String link) {}

    public record Group(String title, List<Figure> figures) {}

    public record Table(String title, List<String> headings, List<List<Figure>> rows) {}

    static Figures of(Map<String, Object> values, Lens lens) {
        Wording wording = new Wording(lens);
        Figures figures = new Figures(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        inOrder(values).forEach(name -> figures.add(name, values.get(name), wording));
        return figures;
    }

    public boolean empty() {
        return single.isEmpty() && groups.isEmpty() && tables.isEmpty();
    }

    private void add(String name, @Nullable Object value, Wording wording) {
        if (value instanceof Map<?, ?> map && !Wording.isVoices(map)) {
            groups.add(new Group(Words.sentence(Wording.words(name)), figures(map, wording)));
        } else if (value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Map<?, ?>) {
            tables.add(table(name, list, wording));
        } else {
            single.add(wording.figure(name, value));
        }
    }

    private static List<Figure> figures(Map<?, ?> map, Wording wording) {
        List<Figure> figures = new ArrayList<>();
        inOrder(map).forEach(name -> figures.add(wording.figure(name, map.get(name))));
        return figures;
    }

    private static Table table(String name, List<?> list, Wording wording) {
        List<String> columns = columns(list);
        List<List<Figure>> rows = list.stream()
                .map(item -> columns.stream()
                        .map(column -> wording.figure(column, map(item).get(column)))
                        .toList())
                .toList();
        List<String> headings =
                columns.stream().map(Wording::words).map(Words::sentence).toList();
        return new Table(Words.sentence(Wording.words(name)), headings, rows);
    }

    /** Without those that are empty in every row, and without identifiers, which are for programs. */
    private static List<String> columns(List<?> list) {
        Map<String, Object> filled = new LinkedHashMap<>();
        list.forEach(item -> map(item).forEach((name, value) -> {
            if (value != null && !name.equals("id")) {
                filled.put(String.valueOf(name), value);
            }
        }));
        return inOrder(filled);
    }

    /** What it is first, then when, where it comes from last; the rest as it came. */
    private static List<String> inOrder(Map<?, ?> values) {
        return values.keySet().stream()
                .map(String::valueOf)
                .sorted(Comparator.comparingInt(Figures::rank))
                .toList();
    }

    private static int rank(String name) {
        int first = FIRST.indexOf(name);
        return first >= 0 ? first : name.equals(LAST) ? FIRST.size() + 1 : FIRST.size();
    }

    private static Map<?, ?> map(@Nullable Object item) {
        return item instanceof Map<?, ?> map ? map : Map.of();
    }
}
