package io.bellwether.probe;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A URL to fetch: http or https, with a host, without a user and without a fragment. */
public final class HttpAddress implements Rule<URI> {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LONGEST = 2048;

    @Override
    public @Nullable String fault(URI url) {
        if (url.getScheme() == null || !SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))) {
            return "Must begin with https:// or http://.";
        }
        if (url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535) {
            return "Must name a host as in https://example.com/, with a port of 1 to 65535 if any.";
        }
        if (url.getRawUserInfo() != null) {
            return "Must not hold a user or a password; send an Authorization header instead.";
        }
        if (url.getRawFragment() != null) {
            return "Must not have a fragment; it is never sent.";
        }
        return url.toString().length() > LONGEST ? "Must not be longer than " + LONGEST + " characters." : null;
    }
}
