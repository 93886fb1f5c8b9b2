package io.bellwether.core.posture.web;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Strict-Transport-Security header (RFC 6797, 6.1).
 *
 * @param maxAge in seconds; null when it is no number
 */
record TransportSecurity(@Nullable Long maxAge, boolean includeSubDomains, boolean preload) {

    /** Half a year, in seconds. */
    static final long LONG_ENOUGH = 15_552_000;

    private static final int LONGEST = 1024;
    private static final String MAX_AGE = "max-age=";

    /**
     * Null when the header is invalid: with a comma, or without a max-age; by the standard also with a directive twice or with a
     * max-age that is no number. The public implementation takes the last max-age, and one without a number for long enough.
     */
    static @Nullable TransportSecurity read(String header, Dialect dialect) {
        String text = header.substring(0, Math.min(header.length(), LONGEST));
        if (text.indexOf(',') >= 0) {
            return null;
        }
        Set<String> seen = new HashSet<>();
        boolean twice = false;
        boolean aged = false;
        Long age = null;
        boolean includes = false;
        boolean preload = false;
        for (String directive : Text.split(text.toLowerCase(Locale.ROOT), ';')) {
            int equals = directive.indexOf('=');
            String name = Text.trim(equals < 0 ? directive : directive.substring(0, equals));
            twice |= !name.isEmpty() && !seen.add(name);
            includes |= directive.equals("includesubdomains");
            preload |= directive.equals("preload");
            boolean ages = dialect.compatible() ? directive.startsWith(MAX_AGE) : name.equals("max-age") && equals >= 0;
            if (ages) {
                aged = true;
                age = seconds(directive.substring(equals + 1), dialect);
            }
        }
        boolean invalid = !aged || (!dialect.compatible() && (twice || age == null));
        return invalid ? null : new TransportSecurity(age, includes, preload);
    }

    /** Whether it holds for half a year or more. */
    boolean longEnough() {
        return maxAge == null || maxAge >= LONG_ENOUGH;
    }

    /** The digits, which may stand in quotation marks; the public implementation takes leading digits and knows no quotation. */
    private static @Nullable Long seconds(String value, Dialect dialect) {
        String text = Text.trim(value);
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String digits = !dialect.compatible() && quoted ? text.substring(1, text.length() - 1) : text;
        boolean signed = dialect.compatible() && (digits.startsWith("-") || digits.startsWith("+"));
        int end = signed ? 1 : 0;
        while (end < digits.length() && Character.digit(digits.charAt(end), 10) >= 0 && digits.charAt(end) < 128) {
            end++;
        }
        boolean none = end == (signed ? 1 : 0);
        if (none || (!dialect.compatible() && end < digits.length())) {
            return null;
        }
        boolean negative = digits.startsWith("-");
        return negative ? -1L : number(digits.substring(signed ? 1 : 0, end));
    }

    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+", "");
        if (significant.isEmpty()) {
            return 0;
        }
        return significant.length() > 18 ? Long.MAX_VALUE : Long.parseLong(significant);
    }
}
