package io.bellwether.probe.pagewatch;

import java.util.List;
import java.util.Locale;

/**
 * The words of a page without all that carries them.
 *
 * @param language as the page declares it, in lower case without a region; empty when it does not
 * @param passages sentences, list items and table rows, in their order
 */
record PageText(String language, List<String> passages) {

    PageText {
        passages = List.copyOf(passages);
        language = primary(language);
    }

    int length() {
        return passages.stream().mapToInt(String::length).sum();
    }

    private static String primary(String language) {
        String lower = language.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < lower.length() && end < 8 && Character.isLetter(lower.charAt(end))) {
            end++;
        }
        return lower.substring(0, end);
    }
}
