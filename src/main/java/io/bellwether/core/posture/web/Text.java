package io.bellwether.core.posture.web;

import io.bellwether.core.language.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads header values the way browsers and the public implementation do. */
final class Text {

    private static final String SPACES = " \t\n\r\f\u000b\u00a0\ufeff";
    private static final int LONGEST_SHOWN = 300;

    private Text() {}

    private static boolean isSpace(char sign) {
        return SPACES.indexOf(sign) >= 0;
    }

    static String trim(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isSpace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    static String lower(String text) {
        return trim(text).toLowerCase(Locale.ROOT);
    }

    /** The parts between separators, trimmed, empty ones included. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, begin)) {
            parts.add(trim(text.substring(begin, end)));
            begin = end + 1;
        }
        parts.add(trim(text.substring(begin)));
        return parts;
    }

    /** The words between spaces, none of them empty. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean space = i == text.length() || isSpace(text.charAt(i));
            if (space && begin >= 0) {
                words.add(text.substring(begin, i));
                begin = -1;
            } else if (!space && begin < 0) {
                begin = i;
            }
        }
        return words;
    }

    /** Short enough to be shown to people. */
    static String shown(String text) {
        return PlainText.cut(text, LONGEST_SHOWN);
    }
}
