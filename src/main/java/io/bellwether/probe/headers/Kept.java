package io.bellwether.probe.headers;

/** Makes what a vendor wrote fit to be kept: not too long, and without NUL, which the database does not know. */
final class Kept {

    private static final int LONGEST = 2048;

    private Kept() {}

    static String text(String text) {
        return text(text, LONGEST);
    }

    static String text(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest);
        return cut.replace('\0', ' ');
    }
}
