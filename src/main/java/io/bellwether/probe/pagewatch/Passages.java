package io.bellwether.probe.pagewatch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Collects text, cleans it of what typesetting does to it, and cuts it into sentences. */
final class Passages {

    /** Which end with a full stop but no sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "inc", "ltd", "llc", "corp", "co", "no", "nos", "art", "sec", "para", "st", "dr", "mr", "mrs", "ms", "vs",
            "etc", "e.g", "i.e", "u.s", "u.k", "approx", "abs", "nr", "z.b", "d.h", "bzw", "ggf", "usw", "bspw", "s.a",
            "b.v", "gmbh", "p.ej", "cf");

    private static final int MOST = 5_000;
    private static final int LONGEST = 2_000;
    private static final int LONGEST_ROW = 1_000;
    private static final int MOST_TEXT = 512 * 1024;

    private final Set<String> passages = new LinkedHashSet<>();
    private int length;

    /** Text that stands in a block of its own. */
    void block(CharSequence text) {
        String clean = clean(text);
        int begin = 0;
        for (int i = 0; i < clean.length(); i++) {
            if (endsSentence(clean, begin, i)) {
                add(clean.substring(begin, i + 1).strip());
                begin = i + 1;
            }
        }
        add(clean.substring(begin).strip());
    }

    /** A row of a table, its cells already parted; a row that long is no row but a page laid out as a table. */
    void row(CharSequence text) {
        String clean = clean(text);
        if (clean.length() > LONGEST_ROW) {
            block(clean);
        } else {
            add(clean.endsWith(" |") ? clean.substring(0, clean.length() - 2) : clean);
        }
    }

    /** Each once, in the order of their first occurrence. */
    List<String> all() {
        return new ArrayList<>(passages);
    }

    private void add(String passage) {
        String cut = passage.length() <= LONGEST ? passage : passage.substring(0, LONGEST);
        if (passages.size() < MOST
                && length + cut.length() <= MOST_TEXT
                && cut.codePoints().anyMatch(Character::isLetterOrDigit)
                && passages.add(cut)) {
            length += cut.length();
        }
    }

    private static boolean endsSentence(String text, int begin, int index) {
        char c = text.charAt(index);
        if (c == '。' || c == '！' || c == '？') {
            return true;
        }
        if (c != '.' && c != '!' && c != '?') {
            return false;
        }
        if (index + 2 >= text.length() || text.charAt(index + 1) != ' ') {
            return false;
        }
        char next = text.charAt(index + 2);
        boolean mayBegin = Character.isUpperCase(next) || Character.isDigit(next) || "\"'([".indexOf(next) >= 0;
        return mayBegin && !(c == '.' && isAbbreviation(text, begin, index));
    }

    private static boolean isAbbreviation(String text, int begin, int dot) {
        int first = dot;
        while (first > begin && text.charAt(first - 1) != ' ' && dot - first < 8) {
            first--;
        }
        String word = text.substring(first, dot).toLowerCase(Locale.ROOT);
        return word.length() == 1 || ABBREVIATIONS.contains(word);
    }

    /** Compatible forms as one, nothing invisible, single spaces, plain quotes and hyphens. */
    static String clean(CharSequence text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder clean = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (Character.getType(c) != Character.FORMAT) {
                clean.append(plain(c));
            }
        }
        return clean.toString().stripTrailing();
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201B', '\u2032' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            default -> c;
        };
    }
}
