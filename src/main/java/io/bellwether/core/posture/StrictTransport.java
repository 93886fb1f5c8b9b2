package io.bellwether.core.posture;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Strict-Transport-Security header (RFC 6797, 6.1).
 *
 * @param maxAge in seconds, at most {@link Long#MAX_VALUE}
 */
public record StrictTransport(long maxAge, boolean includeSubDomains, boolean preload) {

    /** What comes after so many characters is not read. */
    public static final int LONGEST = 1024;

    /** In seconds. */
    public static final long HALF_A_YEAR = 15_552_000;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Null when the header is invalid: with a comma, with a directive twice, or without a max-age that is a number. */
    public static @Nullable StrictTransport read(String header) {
        String text = header.substring(0, Math.min(header.length(), LONGEST)).toLowerCase(Locale.ROOT);
        if (text.indexOf(',') >= 0) {
            return null;
        }
        Set<String> names = new HashSet<>();
        Long age = null;
        boolean includes = false;
        boolean preload = false;
        for (String part : text.split(";", -1)) {
            String directive = trimmed(part);
            int equals = directive.indexOf('=');
            String name = trimmed(equals < 0 ? directive : directive.substring(0, equals));
            if (!name.isEmpty() && !names.add(name)) {
                return null;
            }
            includes |= directive.equals("includesubdomains");
            preload |= directive.equals("preload");
            if (name.equals("max-age") && equals >= 0) {
                age = seconds(trimmed(directive.substring(equals + 1)));
            }
        }
        return age == null ? null : new StrictTransport(age, includes, preload);
    }

    /** In seconds, 0 for a header that is absent or invalid: browsers make no difference. */
    public static long age(@Nullable String header) {
        StrictTransport read = header == null ? null : read(header);
        return read == null ? 0 : read.maxAge();
    }

    /** The digits, which may stand in quotation marks. */
    private static @Nullable Long seconds(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        String digits = quoted ? value.substring(1, value.length() - 1) : value;
        return DIGITS.matcher(digits).matches() ? number(digits) : null;
    }

    private static long number(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }

    /** As the public rules trim: no-break spaces and byte order marks too. */
    private static String trimmed(String text) {
        return text.replace('\u00a0', ' ').replace('\ufeff', ' ').strip();
    }
}
