package io.bellwether.probe.securitytxt;

import org.jspecify.annotations.Nullable;

/**
 * A text with its signature beneath (RFC 9580, section 7).
 *
 * @param text what was signed: dashes not escaped, no spaces and tabs at the ends of lines, CR LF between them
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
        int begin = document.startsWith("\uFEFF") ? 1 : 0;
        while (begin < document.length()) {
            int end = document.indexOf('\n', begin);
            int next = end < 0 ? document.length() : end;
            String line = withoutEnd(document.substring(begin, next));
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

    /** Other white space is signed. */
    private static String withoutEnd(String line) {
        int end = line.length();
        while (end > 0 && " \t\r".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }
}
