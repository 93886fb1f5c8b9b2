package io.bellwether.notify;

import java.util.regex.Pattern;

/** Text from anywhere made fit to be shown to people: nothing in it turns the writing around, rings, or goes on for ever. */
final class PlainText {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n]]");
    /** What changes the direction of writing: with it a text can show something else than it says. */
    private static final Pattern DIRECTION = Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private PlainText() {}

    /** Several lines of at most {@code longest} characters in all, an ellipsis at the end when the text was cut. */
    static String of(String text, int longest) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        return cut(DIRECTION.matcher(CONTROL.matcher(lines).replaceAll("")).replaceAll(""), longest);
    }

    /** Never within a character. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
