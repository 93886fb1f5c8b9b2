package io.bellwether.probe.headers;

import io.bellwether.core.posture.CheckOutcome;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Strict-Transport-Security header (RFC 6797, 6.1).
 *
 * @param maxAge in seconds
 */
record HstsPolicy(long maxAge, boolean includeSubDomains, boolean preload) {

    /** Half a year, as the HTTP Observatory asks for. */
    static final long LONG_ENOUGH = 15_552_000;

    private static final Pattern DIRECTIVE = Pattern.compile("\\s*([a-z-]+)\\s*(?:=\\s*\"?([^\"\\s]*)\"?\\s*)?");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    /** The policy, or null when the header is none. */
    static @Nullable HstsPolicy parse(String header) {
        Map<String, String> directives = new HashMap<>();
        for (String part : header.toLowerCase(Locale.ROOT).split(";", -1)) {
            Matcher directive = DIRECTIVE.matcher(part);
            if (part.isBlank()) {
                continue;
            }
            if (!directive.matches() || directives.containsKey(directive.group(1))) {
                return null;
            }
            directives.put(directive.group(1), directive.group(2) == null ? "" : directive.group(2));
        }
        String maxAge = directives.get("max-age");
        if (maxAge == null || !SECONDS.matcher(maxAge).matches()) {
            return null;
        }
        return new HstsPolicy(
                Long.parseLong(maxAge), directives.containsKey("includesubdomains"), directives.containsKey("preload"));
    }

    CheckOutcome state() {
        if (maxAge == 0) {
            return CheckOutcome.FAIL;
        }
        return maxAge >= LONG_ENOUGH ? CheckOutcome.PASS : CheckOutcome.WARN;
    }

    String words() {
        String reach = (includeSubDomains ? ", subdomains included" : "") + (preload ? ", preloading asked for" : "");
        return switch (state()) {
            case PASS -> "Browsers keep to HTTPS for " + maxAge + " s" + reach + ".";
            case WARN -> "Browsers keep to HTTPS for " + maxAge + " s only" + reach + "; half a year is 15552000.";
            default -> "A max-age of 0 switches Strict-Transport-Security off.";
        };
    }
}
