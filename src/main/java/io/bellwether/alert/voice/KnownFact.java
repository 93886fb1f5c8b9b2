package io.bellwether.alert.voice;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A fact that the templates of a rule may name.
 *
 * @param name as in {@code {name}}; {@code list.field} for what each entry of a list has
 * @param optional whether it may be missing; a template then says what to write instead
 * @param when at which moments there is such a fact
 * @param example as a rule gives it
 * @param term its entry in the glossary; empty when everybody knows what it means
 * @param meaning in words
 */
public record KnownFact(
        String name, Kind kind, boolean optional, Set<Moment> when, String example, String term, String meaning) {

    private static final String NONE = "-";

    public enum Kind {
        TEXT,
        NUMBER,
        /** Told in the reader's time zone. */
        TIME,
        DATE,
        /** Only for {@code #if}. */
        FLAG,
        /** Only for {@code #for}, and its {@code size}. */
        LIST
    }

    static KnownFact of(List<String> cells) {
        String name = cells.get(1);
        boolean optional = name.endsWith("?");
        return new KnownFact(
                optional ? name.substring(0, name.length() - 1) : name,
                Kind.valueOf(cells.get(2)),
                optional,
                moments(cells.get(3)),
                cells.get(4),
                cells.get(5).equals(NONE) ? "" : cells.get(5),
                cells.get(6));
    }

    boolean isField() {
        return name.contains(".");
    }

    /** The example as a value of its kind. */
    Object value() {
        return switch (kind) {
            case TEXT, TIME, DATE -> example;
            case NUMBER -> example.contains(".") ? (Object) Double.valueOf(example) : Integer.valueOf(example);
            case FLAG -> Boolean.valueOf(example);
            case LIST -> List.of();
        };
    }

    private static Set<Moment> moments(String cell) {
        return cell.equals(NONE)
                ? Set.of(Moment.values())
                : Table.words(cell).stream()
                        .map(word -> Moment.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
