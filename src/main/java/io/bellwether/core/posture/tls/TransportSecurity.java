package io.bellwether.core.posture.tls;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header that tells browsers to come encrypted only (RFC 6797). */
final class TransportSecurity {

    /** Half a year, as the guide asks for its best grade. */
    static final long LONG_ENOUGH = 180L * 24 * 3600;

    private static final String AGE = "max-age=";
    private static final int MOST_DIGITS = 12;

    private TransportSecurity() {}

    /** In seconds, 0 when the header is absent or makes no sense. */
    static long age(@Nullable String header) {
        if (header == null) {
            return 0;
        }
        for (String directive : header.toLowerCase(Locale.ROOT).split(";", 50)) {
            String text = directive.strip();
            if (text.startsWith(AGE)) {
                return seconds(text.substring(AGE.length()).replace("\"", "").strip());
            }
        }
        return 0;
    }

    private static long seconds(String digits) {
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(each -> each >= '0' && each <= '9');
        return number ? Long.parseLong(digits) : 0;
    }
}
