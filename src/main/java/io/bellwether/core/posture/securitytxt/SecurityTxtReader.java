package io.bellwether.core.posture.securitytxt;

import io.bellwether.core.posture.securitytxt.SecurityTxt.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a file line by line, once. */
final class SecurityTxtReader {

    private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP SIGNATURE-----";

    /** Where in a signed file a line stands. */
    private enum Part {
        /** Before a signed text begins, and all of a file without one. */
        PLAIN,
        HEADERS,
        SIGNED,
        SIGNATURE,
        AFTER
    }

    private final String text;
    private final List<Field> fields = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Part part = Part.PLAIN;
    private int line;

    SecurityTxtReader(String text) {
        this.text = text;
    }

    SecurityTxt read() {
        int begin = 0;
        if (text.startsWith("\uFEFF")) {
            line = 1;
            fault("the file begins with a byte order mark");
            line = 0;
            begin = 1;
        }
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            line++;
            if (end < 0) {
                fault("the last line does not end with a line break");
                end = text.length();
            }
            int last = end > begin && text.charAt(end - 1) == '\r' ? end - 1 : end;
            take(text.substring(begin, last));
            begin = end + 1;
        }
        if (part == Part.HEADERS || part == Part.SIGNED) {
            fault("the signed text ends without a signature");
        } else if (part == Part.SIGNATURE) {
            fault("the signature does not end");
        }
        return new SecurityTxt(fields, faults, part != Part.PLAIN);
    }

    private void take(String raw) {
        String content = raw.stripTrailing();
        switch (part) {
            case PLAIN -> plain(content);
            case HEADERS -> header(content);
            case SIGNED -> signed(content);
            case SIGNATURE -> part = content.equals(END) ? Part.AFTER : part;
            case AFTER -> {
                if (!content.isEmpty()) {
                    fault("there is text after the signature, which it does not cover");
                }
            }
        }
    }

    private void plain(String content) {
        if (!content.equals(BEGIN)) {
            content(content);
            return;
        }
        if (line > 1) {
            fault("there is text before the signed text, which the signature does not cover");
            fields.clear();
        }
        part = Part.HEADERS;
    }

    private void header(String content) {
        if (content.isEmpty()) {
            part = Part.SIGNED;
        } else if (!content.startsWith("Hash: ")) {
            fault("a line between the beginning of the signed text and its empty line is no Hash header");
        }
    }

    private void signed(String content) {
        if (content.equals(SIGNATURE)) {
            part = Part.SIGNATURE;
        } else if (content.startsWith("- ")) {
            content(content.substring(2));
        } else if (content.startsWith("-")) {
            fault("a line of the signed text begins with a dash that is not escaped");
        } else {
            content(content);
        }
    }

    private void content(String content) {
        if (content.isEmpty() || content.startsWith("#")) {
            return;
        }
        int colon = content.indexOf(':');
        if (colon < 1 || !isName(content, colon)) {
            fault("a line is neither a field nor a comment");
            return;
        }
        String value = content.substring(colon + 1);
        if (!value.startsWith(" ") && !value.isEmpty()) {
            fault("a field has no space after its colon");
        }
        if (value.length() > SecurityTxt.LONGEST_VALUE) {
            fault("a value is longer than " + SecurityTxt.LONGEST_VALUE + " characters");
            value = value.substring(0, SecurityTxt.LONGEST_VALUE);
        }
        if (fields.size() == SecurityTxt.MOST_FIELDS) {
            fault("there are more than " + SecurityTxt.MOST_FIELDS + " fields");
            return;
        }
        fields.add(new Field(line, content.substring(0, colon).toLowerCase(Locale.ROOT), value.strip()));
    }

    private static boolean isName(String content, int end) {
        for (int i = 0; i < end; i++) {
            char c = content.charAt(i);
            if (c <= ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private void fault(String what) {
        if (faults.size() < SecurityTxt.MOST_FAULTS) {
            faults.add("Line " + line + ": " + what + ".");
        }
    }
}
