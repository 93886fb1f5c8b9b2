package io.bellwether.probe.courtesy;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The path of a rule in robots.txt (RFC 9309, 2.2.2 and 2.2.3): {@code *} stands for anything, {@code $} at the end for the end.
 * Matching takes time linear in pattern and path, whatever they are.
 *
 * @param pieces what stands between the stars, in the normal form of {@link #normal}
 * @param anchored whether the path must end where the pattern does
 * @param length of the whole pattern in its normal form, in octets; the longest that matches counts
 */
record PathPattern(List<String> pieces, boolean anchored, int length) {

    private static final String UNRESERVED = "-._~";

    static PathPattern of(String text) {
        boolean anchored = text.endsWith("$");
        String body = anchored ? text.substring(0, text.length() - 1) : text;
        List<String> pieces =
                List.of(body.split("\\*", -1)).stream().map(PathPattern::normal).toList();
        int length = String.join("*", pieces).length() + (anchored ? 1 : 0);
        return new PathPattern(pieces, anchored, length);
    }

    /** @param path in the normal form */
    boolean matches(String path) {
        String first = pieces.getFirst();
        if (!path.startsWith(first)) {
            return false;
        }
        if (pieces.size() == 1) {
            return !anchored || path.length() == first.length();
        }
        int at = first.length();
        for (String piece : pieces.subList(1, anchored ? pieces.size() - 1 : pieces.size())) {
            int found = find(path, piece, at);
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
        }
        String last = pieces.getLast();
        return !anchored || (path.length() - last.length() >= at && path.endsWith(last));
    }

    /**
     * The one way to write a path: what need not be escaped is not, everything else is, and so are the signs that mean something
     * in patterns.
     */
    static String normal(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        StringBuilder normal = new StringBuilder(bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            int octet = bytes[at] & 0xff;
            int escaped = octet == '%' ? escaped(bytes, at) : -1;
            if (escaped >= 0) {
                at += 2;
                append(normal, escaped, isUnreserved(escaped));
            } else {
                append(normal, octet, octet > ' ' && octet < 0x7f && octet != '*' && octet != '$' && octet != '%');
            }
        }
        return normal.toString();
    }

    private static int escaped(byte[] bytes, int percent) {
        if (percent + 2 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[percent + 1], 16);
        int low = Character.digit(bytes[percent + 2], 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }

    private static void append(StringBuilder normal, int octet, boolean plain) {
        if (plain) {
            normal.append((char) octet);
        } else {
            normal.append('%')
                    .append(Character.toUpperCase(Character.forDigit(octet >> 4, 16)))
                    .append(Character.toUpperCase(Character.forDigit(octet & 15, 16)));
        }
    }

    private static boolean isUnreserved(int octet) {
        return octet < 0x80 && (Character.isLetterOrDigit(octet) || UNRESERVED.indexOf(octet) >= 0);
    }

    /** As {@link String#indexOf(String, int)}, by Knuth, Morris and Pratt: that one may take the product of both lengths. */
    private static int find(String path, String piece, int from) {
        if (path.length() - from < piece.length()) {
            return -1;
        }
        int[] borders = borders(piece);
        int matched = 0;
        for (int at = from; matched < piece.length(); at++) {
            if (at == path.length()) {
                return -1;
            }
            while (matched > 0 && piece.charAt(matched) != path.charAt(at)) {
                matched = borders[matched - 1];
            }
            if (piece.charAt(matched) == path.charAt(at)) {
                matched++;
            }
            if (matched == piece.length()) {
                return at - matched + 1;
            }
        }
        return from;
    }

    private static int[] borders(String piece) {
        int[] borders = new int[piece.length()];
        int border = 0;
        for (int at = 1; at < piece.length(); at++) {
            while (border > 0 && piece.charAt(border) != piece.charAt(at)) {
                border = borders[border - 1];
            }
            if (piece.charAt(border) == piece.charAt(at)) {
                border++;
            }
            borders[at] = border;
        }
        return borders;
    }
}
