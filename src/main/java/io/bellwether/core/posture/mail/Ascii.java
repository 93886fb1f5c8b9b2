package io.bellwether.core.posture.mail;

/** Characters as the grammars of mail know them: those of other alphabets are none. */
final class Ascii {

    private Ascii() {}

    static boolean isLetter(int character) {
        int lower = character | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(Ascii::isDigit);
    }

    /** With the space, without tabs. */
    static boolean isPrintable(int character) {
        return character >= ' ' && character <= '~';
    }
}
