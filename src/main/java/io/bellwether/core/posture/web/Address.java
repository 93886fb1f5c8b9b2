package io.bellwether.core.posture.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** What matters of a URL. */
final class Address {

    private Address() {}

    /** In lower case; empty when there is none. */
    static String host(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    static boolean isSecure(String url) {
        return url.regionMatches(true, 0, "https:", 0, 6);
    }
}
