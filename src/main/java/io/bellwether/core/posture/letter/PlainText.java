package io.bellwether.core.posture.letter;

/** What others wrote, made fit to stand in a letter: one line that shows as it reads. */
final class PlainText {

    private PlainText() {}

    /**
     * Without control characters, marks that turn the direction of reading and characters that do not show; white space becomes
     * a single space.
     *
     * @param most how many characters at most; longer text ends with an ellipsis
     */
    static String of(String text, int most) {
        StringBuilder plain = new StringBuilder();
        int kept = 0;
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                space = kept > 0;
            } else if (shows(c)) {
                kept += space ? 2 : 1;
                if (kept > most) {
                    return cut(plain, most - 1) + "…";
                }
                plain.append(space ? " " : "").appendCodePoint(c);
                space = false;
            }
        }
        return plain.toString();
    }

    private static String cut(StringBuilder plain, int most) {
        int count = plain.codePointCount(0, plain.length());
        return count <= most ? plain.toString() : plain.substring(0, plain.offsetByCodePoints(0, most));
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean shows(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
