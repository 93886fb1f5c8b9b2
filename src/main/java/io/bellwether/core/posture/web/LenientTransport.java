package io.bellwether.core.posture.web;

import io.bellwether.core.posture.StrictTransport;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Strict-Transport-Security as the public implementation reads it. */
final class LenientTransport {

    private static final String MAX_AGE = "max-age=";

    /** It takes leading digits, and knows no quotation marks. */
    private static final Pattern NUMBER = Pattern.compile("([+-]?)([0-9]+)");

    private LenientTransport() {}

    /** Null when the header has a comma or no max-age; of several max-age the last counts, one without a number for ever. */
    static @Nullable StrictTransport read(String header) {
        String text = header.substring(0, Math.min(header.length(), StrictTransport.LONGEST));
        if (text.indexOf(',') >= 0) {
            return null;
        }
        List<String> directives = Text.split(Text.lower(text), ';');
        return directives.stream()
                .filter(directive -> directive.startsWith(MAX_AGE))
                .reduce((_, last) -> last)
                .map(last -> new StrictTransport(
                        seconds(last.substring(MAX_AGE.length())),
                        directives.contains("includesubdomains"),
                        directives.contains("preload")))
                .orElse(null);
    }

    private static long seconds(String value) {
        Matcher number = NUMBER.matcher(Text.trim(value));
        if (!number.lookingAt()) {
            return Long.MAX_VALUE;
        }
        BigInteger seconds = new BigInteger(number.group(2)).min(BigInteger.valueOf(Long.MAX_VALUE));
        return number.group(1).equals("-") ? -1 : seconds.longValue();
    }
}
