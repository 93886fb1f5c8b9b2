package io.bellwether.probe.filings;

import java.util.ArrayList;
import java.util.List;

/** Sentences of plain text. */
final class Sentences {

    /** What is longer is no sentence, but a table or a list. */
    private static final int LONGEST = 1_200;

    private Sentences() {}

    /** The one that a place lies in, or as much of it as is near. */
    static String around(String text, int place) {
        int begin = place;
        int first = Math.max(0, place - LONGEST / 2);
        while (begin > first && !endsBefore(text, begin)) {
            begin--;
        }
        int end = place + 1;
        int last = Math.min(text.length(), place + LONGEST / 2);
        while (end < last && !endsBefore(text, end)) {
            end++;
        }
        return text.substring(begin, Math.max(begin, end)).strip();
    }

    /** All of a text, in their order. */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int begin = 0;
        for (int at = 1; at <= text.length(); at++) {
            if (at == text.length() || endsBefore(text, at) || at - begin >= LONGEST) {
                sentences.add(text.substring(begin, at).strip());
                begin = at;
            }
        }
        return sentences;
    }

    /** A full stop, a blank and a capital; a line's end too, for a heading has no full stop. */
    private static boolean endsBefore(String text, int at) {
        if (text.charAt(at - 1) == '\n') {
            return true;
        }
        return at >= 2
                && text.charAt(at - 1) == ' '
                && text.charAt(at - 2) == '.'
                && at < text.length()
                && Character.isUpperCase(text.charAt(at))
                && !isAbbreviation(text, at - 2);
    }

    /** {@code Mr.}, {@code Inc.}, an initial. */
    private static boolean isAbbreviation(String text, int stop) {
        int begin = stop;
        while (begin > 0 && Character.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        int letters = stop - begin;
        return letters > 0 && letters <= 3 && Character.isUpperCase(text.charAt(begin));
    }
}
