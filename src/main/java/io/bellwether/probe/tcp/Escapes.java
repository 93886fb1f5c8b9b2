package io.bellwether.probe.tcp;

import io.bellwether.probe.Rule;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text in which {@code \r \n \t \\} and {@code \xNN} stand for bytes; all else is sent as UTF-8. */
final class Escapes implements Rule<String> {

    private static final String FORMS = "Use \\r, \\n, \\t, \\\\ or \\xNN.";

    @Override
    public @Nullable String fault(String text) {
        try {
            bytes(text);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** @throws IllegalArgumentException when a backslash stands before something else */
    static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int plain = 0;
        for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', plain)) {
            bytes.writeBytes(text.substring(plain, at).getBytes(StandardCharsets.UTF_8));
            boolean hex = text.startsWith("x", at + 1);
            bytes.write(hex ? hex(text, at + 2) : named(text, at + 1));
            plain = at + (hex ? 4 : 2);
        }
        bytes.writeBytes(text.substring(plain).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static int named(String text, int at) {
        return switch (at < text.length() ? text.charAt(at) : ' ') {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            case '\\' -> '\\';
            default -> throw unknown(at);
        };
    }

    private static int hex(String text, int at) {
        int high = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
        int low = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        if (high < 0 || low < 0) {
            throw unknown(at - 1);
        }
        return 16 * high + low;
    }

    private static IllegalArgumentException unknown(int at) {
        return new IllegalArgumentException("The backslash at position " + at + " begins no known escape. " + FORMS);
    }
}
