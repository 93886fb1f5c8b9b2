package io.bellwether.probe.securitytxt;

import org.jspecify.annotations.Nullable;

/**
 * A text with its signature beneath (RFC 9580, section 7).
 *
 * @param text what was signed: dashes not escaped, no white space at the ends of lines, CR LF between them
 * @param signature in its armour
 */
record Cleartext(String text, String signature) {

    private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";

    /** Null when the text is none. */
    static @Nullable Cleartext of(String document) {
        StringBuilder text = new StringBuilder();
        boolean begun = false;
        boolean inText = false;
        boolean first = true;
        int begin = 0;
        while (begin < document.length()) {
            int end = document.indexOf('\n', begin);
            int next = end < 0 ? document.length() : end;
            String line = document.substring(begin, next).stripTrailing();
            if (!begun) {
                begun = line.equals(BEGIN);
            } else if (!inText) {
                inText = line.isEmpty();
            } else if (line.equals(SIGNATURE)) {
                return new Cleartext(text.toString(), document.substring(begin));
            } else {
                text.append(first ? "" : "\r\n").append(line.startsWith("- ") ? line.substring(2) : line);
                first = false;
            }
            begin = next + 1;
        }
        return null;
    }
}
