package io.bellwether.vendor;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** A name made fit for URLs. */
public final class Slug {

    static final String PATTERN = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    static final String MESSAGE = "must be 1 to 63 lower-case letters, digits and inner hyphens";

    private static final int MAX_LENGTH = 63;

    /** Letters that Unicode does not decompose into a base letter and a mark. */
    private static final Map<String, String> LETTERS = Map.of(
            "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "&", " and ");

    private Slug() {}

    /** The slug for this name; empty when it has no letter or digit that could stand in one. */
    public static String of(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            folded = folded.replace(letter.getKey(), letter.getValue());
        }
        String words = Normalizer.normalize(folded, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceFirst("^-", "");
        return words.substring(0, Math.min(words.length(), MAX_LENGTH)).replaceFirst("-$", "");
    }
}
