package io.bellwether.probe.dns;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a name server listens. */
record ServerAddress(String host, int port) {

    static final int DNS_PORT = 53;

    private static final Pattern FORM =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9_][A-Za-z0-9_.-]{0,252})(?::([0-9]{1,5}))?");

    /** {@code host:port}, {@code address:port} or {@code [address]:port}; the port may be left out. */
    static Optional<ServerAddress> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int port = form.group(2) == null ? DNS_PORT : Integer.parseInt(form.group(2));
        return port < 1 || port > 65_535 ? Optional.empty() : Optional.of(new ServerAddress(form.group(1), port));
    }

    static final class Rule implements io.bellwether.probe.Rule<String> {

        @Override
        public @Nullable String fault(String text) {
            return parse(text).isPresent() ? null : "Must be host:port such as 192.0.2.53:53; [address]:port for IPv6.";
        }
    }
}
