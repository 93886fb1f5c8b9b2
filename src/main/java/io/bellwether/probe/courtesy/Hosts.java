package io.bellwether.probe.courtesy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One host has one name here, however it is written. */
final class Hosts {

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9_][a-z0-9_.-]{0,252}|[0-9a-f:.]{2,45}");

    private Hosts() {}

    /** In lower case, without a dot at its end and without brackets; empty for what is neither a name nor an address. */
    static Optional<String> plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        String bare = lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
        String name = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
        return Optional.of(name).filter(text -> PLAIN.matcher(text).matches());
    }
}
