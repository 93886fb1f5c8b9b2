package io.bellwether.alert.voice;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The terms that messages and pages use. */
public final class Glossary {

    private static final List<GlossaryEntry> ENTRIES = Table.rows("glossary.txt").stream()
            .map(cells -> new GlossaryEntry(cells.getFirst(), Table.words(cells.get(1)), cells.getLast()))
            .sorted(Comparator.comparing(GlossaryEntry::term, String.CASE_INSENSITIVE_ORDER))
            .toList();

    private Glossary() {}

    /** All, by term. */
    public static List<GlossaryEntry> all() {
        return ENTRIES;
    }

    /** By the term itself, else by one of its other names; case does not matter. */
    public static Optional<GlossaryEntry> find(String name) {
        return ENTRIES.stream()
                .filter(entry -> entry.term().equalsIgnoreCase(name))
                .findFirst()
                .or(() -> ENTRIES.stream().filter(entry -> entry.named(name)).findFirst());
    }

    /** Those whose term stands in the text, as a whole word. */
    public static List<GlossaryEntry> in(String text) {
        return ENTRIES.stream().filter(entry -> stands(entry.term(), text)).toList();
    }

    /** A term in capitals is a name: {@code DOWN} is not the word down. */
    private static boolean stands(String term, String text) {
        boolean name = term.equals(term.toUpperCase(Locale.ROOT));
        String plural = name ? "" : "s?";
        return Pattern.compile(
                        "(?<!\\w)" + Pattern.quote(term) + plural + "(?!\\w)", name ? 0 : Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
