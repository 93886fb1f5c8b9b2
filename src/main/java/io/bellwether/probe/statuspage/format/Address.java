package io.bellwether.probe.statuspage.format;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Works with the addresses of pages. */
final class Address {

    private Address() {}

    /** The host in lower case. */
    static String host(URI uri) {
        return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    }

    static boolean within(URI uri, String domain) {
        return host(uri).equals(domain) || host(uri).endsWith("." + domain);
    }

    /** The page's address with a path added, without its query. */
    static Optional<URI> below(URI page, String path) {
        String base = page.getRawPath() == null ? "" : page.getRawPath();
        String folder = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return Optional.of(page.resolve(folder + path));
    }

    /** The feed's address with the end of its path replaced; empty when it ends otherwise. */
    static Optional<URI> beside(URI feed, String end, String replacement) {
        String path = feed.getRawPath() == null ? "" : feed.getRawPath();
        return path.endsWith(end)
                ? Optional.of(feed.resolve(path.substring(0, path.length() - end.length()) + replacement))
                : Optional.empty();
    }
}
