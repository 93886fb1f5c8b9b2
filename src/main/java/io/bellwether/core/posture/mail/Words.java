package io.bellwether.core.posture.mail;

/** Turns what a vendor has published into something that can be shown. */
final class Words {

    private static final int LONGEST = 120;

    private Words() {}

    /** Between quotes, cut to a readable length, with a question mark for what cannot be shown. */
    static String quoted(String text) {
        return "'" + shown(text) + "'";
    }

    static String shown(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char character = text.charAt(i);
            out.append(Ascii.isPrintable(character) ? character : '?');
        }
        return text.length() > LONGEST ? out.append('…').toString() : out.toString();
    }
}
