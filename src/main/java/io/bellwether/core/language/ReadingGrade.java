package io.bellwether.core.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How many years of school it takes to read a text in English: the Flesch–Kincaid grade. Figures, times, addresses and what
 * stands in brackets are left out, for they are looked up rather than read.
 *
 * @see <a href="https://apps.dtic.mil/sti/citations/ADA006655">Kincaid and others, 1975: Derivation of New Readability
 *     Formulas</a>
 */
public final class ReadingGrade {

    /** What most grown-ups read without effort. */
    public static final double PLAIN = 9;

    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|\\S*[@/\\d]\\S*");
    private static final Pattern SENTENCE = Pattern.compile("[.!?:;]+(\\s|$)");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^A-Za-z']+");
    private static final Pattern VOWELS = Pattern.compile("[^aeiouy]+");
    private static final Pattern SILENT = Pattern.compile(
            "(?:(?<![aeiouy])(?<![^aeiouy]l)e|(?<![aeiouycsxz])(?<![^aeiouy]l)(?<![cs]h)es|(?<![aeiouytd])ed)$");

    private ReadingGrade() {}

    /** 0 for the simplest of texts and for one without words. */
    public static double of(String text) {
        String read = ASIDE.matcher(text).replaceAll(" ");
        List<String> words = words(read);
        if (words.isEmpty()) {
            return 0;
        }
        long sentences = Arrays.stream(SENTENCE.split(read))
                .filter(part -> !words(part).isEmpty())
                .count();
        int syllables = words.stream().mapToInt(ReadingGrade::syllables).sum();
        double grade = 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
        return Math.max(0, Math.round(grade * 10) / 10.0);
    }

    /** As many as there are groups of vowels that are heard; at least 1. */
    static int syllables(String word) {
        String heard = SILENT.matcher(word.toLowerCase(Locale.ROOT)).replaceFirst("");
        long groups = Arrays.stream(VOWELS.split(heard))
                .filter(group -> !group.isEmpty())
                .count();
        return (int) Math.max(1, groups);
    }

    private static List<String> words(String text) {
        return Arrays.stream(NOT_LETTERS.split(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
