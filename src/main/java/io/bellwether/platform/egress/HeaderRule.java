package io.bellwether.platform.egress;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which request headers a caller may set: well-formed ones (RFC 9110, 5.5 and 5.6.2) that do not frame or route the message. */
public final class HeaderRule {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]{0,8192}");
    private static final Set<String> OURS = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private HeaderRule() {}

    /** What is wrong with the header, or null when it may be sent. */
    public static @Nullable String fault(String name, String value) {
        if (!TOKEN.matcher(name).matches()) {
            return "A header name may hold letters, digits and hyphens only.";
        }
        if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
            return "The header " + name + " is set by Bellwether itself.";
        }
        if (!VALUE.matcher(value).matches()) {
            return "The value of " + name + " holds characters that no header may hold, or is longer than 8192.";
        }
        return null;
    }
}
