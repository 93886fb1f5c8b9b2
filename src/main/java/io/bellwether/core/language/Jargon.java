package io.bellwether.core.language;

import java.util.List;
import java.util.regex.Pattern;

/** Words that only one trade uses, and what everybody understands instead. */
public final class Jargon {

    /**
     * @param pattern the word, where {@code #} stands for a digit; its plural is meant too
     * @param plainly what to say instead
     */
    public record Word(String pattern, String plainly) {}

    private record Entry(Word word, Pattern pattern) {}

    private final String version;
    private final List<Entry> entries;

    /** @param version names the edition of the list, for those who compare two checks */
    public Jargon(String version, List<Word> words) {
        this.version = version;
        this.entries = words.stream()
                .map(word -> new Entry(word, pattern(word.pattern())))
                .toList();
    }

    public String version() {
        return version;
    }

    /** Those that occur in the text, as whole words in any case, in the order of the list. */
    public List<Word> in(String text) {
        return entries.stream()
                .filter(entry -> entry.pattern.matcher(text).find())
                .map(Entry::word)
                .toList();
    }

    private static Pattern pattern(String word) {
        String quoted = Pattern.quote(word).replace("#", "\\E\\d\\Q").replace(" ", "\\E\\s+\\Q");
        return Pattern.compile("(?<![\\w])" + quoted + "(?:e?s)?(?![\\w])", Pattern.CASE_INSENSITIVE);
    }
}
