package io.bellwether.probe.headers;

/** Makes what a vendor wrote fit to be kept: not too long, and without NUL, which the database does not know. */
final class Kept {

    private static final int LONGEST = 2048;

    private Kept() {}

    static String text(String text) {
        return text(text, LONGEST);
    }

    static String text(String text, int longest) {
        return begin(text, longest).replace('\0', ' ');
    }

    /** Never within a character. */
    private static String begin(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
