package io.bellwether.core.posture.web;

import java.nio.charset.StandardCharsets;

/** The order of sources that decides which of them stand side by side, and when one covers the other. */
final class SourceOrder {

    /** As the Unicode Collation Algorithm's root table has it (CLDR): signs, digits, letters. */
    private static final String ORDER = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";

    private static final int[] RANKS = ranks();

    private SourceOrder() {}

    /** Both in lower case. */
    static int compare(String one, String other) {
        int shared = Math.min(one.length(), other.length());
        for (int i = 0; i < shared; i++) {
            int difference = rank(one.charAt(i)) - rank(other.charAt(i));
            if (difference != 0) {
                return difference;
            }
        }
        return one.length() - other.length();
    }

    /** Path by path, a slash at the end standing for everything below it. */
    static boolean covers(String wide, String narrow) {
        if (wide.isEmpty() || wide.equals(narrow)) {
            return true;
        }
        boolean exact = !wide.endsWith("/");
        long slashes = slashes(wide);
        long others = slashes(narrow);
        if (slashes > others || (exact && slashes != others)) {
            return false;
        }
        int at = 0;
        int other = 0;
        for (long left = exact ? slashes + 1 : slashes; left > 0; left--) {
            int end = end(wide, at);
            int otherEnd = end(narrow, other);
            if (!decoded(wide.substring(at, end)).equals(decoded(narrow.substring(other, otherEnd)))) {
                return false;
            }
            at = end + 1;
            other = otherEnd + 1;
        }
        return true;
    }

    private static long slashes(String source) {
        return source.chars().filter(sign -> sign == '/').count();
    }

    private static int end(String source, int begin) {
        int slash = source.indexOf('/', begin);
        return slash < 0 ? source.length() : slash;
    }

    /** With its percent signs read (RFC 3986, 2.1); what cannot be decoded stands for itself. */
    private static String decoded(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean escaped = bytes[i] == '%';
            int high = escaped && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (escaped && low < 0) {
                return part;
            }
            decoded[length++] = escaped ? (byte) ((high << 4) | low) : bytes[i];
            i += escaped ? 2 : 0;
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    private static int rank(char sign) {
        return sign < RANKS.length ? RANKS[sign] : sign + RANKS.length;
    }

    private static int[] ranks() {
        int[] ranks = new int[128];
        for (int i = 0; i < ORDER.length(); i++) {
            ranks[ORDER.charAt(i)] = i + 1;
        }
        return ranks;
    }
}
