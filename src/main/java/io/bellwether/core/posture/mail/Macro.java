package io.bellwether.core.posture.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One macro between braces (RFC 7208, 7.1): a letter and what to do with its value.
 *
 * @param letter in lower case
 * @param escaped whether the value is escaped for a URL, which a capital letter asks for
 * @param parts how many parts from the right to keep, 0 for all
 * @param reversed whether the order of the parts is turned round
 * @param delimiters what separates the parts
 */
record Macro(char letter, boolean escaped, int parts, boolean reversed, String delimiters) {

    private static final String DELIMITERS = ".-+,/_=";
    private static final String UNRESERVED = "-._~";

    /** A name has at most so many labels. */
    private static final int MOST_PARTS = 127;

    /** @param text between the braces */
    static @Nullable Macro parse(String text, String letters) {
        char first = text.isEmpty() ? 0 : text.charAt(0);
        char letter = Character.toLowerCase(first);
        if (letters.indexOf(letter) < 0) {
            return null;
        }
        int at = 1;
        int parts = 0;
        while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
            parts = Math.min(MOST_PARTS, parts * 10 + text.charAt(at) - '0');
            at++;
        }
        boolean counted = at > 1;
        boolean reversed = at < text.length() && (text.charAt(at) == 'r' || text.charAt(at) == 'R');
        String delimiters = text.substring(reversed ? at + 1 : at);
        boolean known = delimiters.chars().allMatch(character -> DELIMITERS.indexOf(character) >= 0);
        boolean none = counted && parts == 0;
        return none || !known
                ? null
                : new Macro(letter, first != letter, parts, reversed, delimiters.isEmpty() ? "." : delimiters);
    }

    String applied(String value) {
        List<String> all = split(value);
        if (reversed) {
            Collections.reverse(all);
        }
        int from = parts == 0 ? 0 : Math.max(0, all.size() - parts);
        String joined = String.join(".", all.subList(from, all.size()));
        return escaped ? escape(joined) : joined;
    }

    private List<String> split(String value) {
        List<String> found = new ArrayList<>();
        int begun = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || delimiters.indexOf(value.charAt(i)) >= 0) {
                found.add(value.substring(begun, i));
                begun = i + 1;
            }
        }
        return found;
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean plain = Ascii.isLetter(character) || Ascii.isDigit(character);
            if (plain || UNRESERVED.indexOf(character) >= 0) {
                out.append(character);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return out.toString();
    }
}
