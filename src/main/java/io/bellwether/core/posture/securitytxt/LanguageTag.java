package io.bellwether.core.posture.securitytxt;

/** The shape of a language tag (RFC 5646, section 2.1): subtags of one to eight letters or digits, the first of letters. */
final class LanguageTag {

    private LanguageTag() {}

    static boolean wellFormed(String tag) {
        int length = 0;
        boolean first = true;
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean digit = c >= '0' && c <= '9';
            if (c == '-' && length > 0) {
                length = 0;
                first = false;
            } else if ((letter || (digit && !first)) && length < 8) {
                length++;
            } else {
                return false;
            }
        }
        return length > 0;
    }
}
