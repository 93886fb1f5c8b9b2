package io.bellwether.probe.headers;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The two addresses of one page.
 *
 * @param target what the page is called in the evidence
 */
record Twins(URI plain, URI secure, String target) {

    /** Where the other address is not given it is that of the other scheme's usual port. */
    static Twins of(URI url, @Nullable URI plainUrl) {
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        URI other = URI.create((secure ? "http" : "https") + "://" + bare(url.getHost()) + rest(url));
        if (secure) {
            return new Twins(plainUrl == null ? other : plainUrl, url, target(url));
        }
        return new Twins(plainUrl == null ? url : plainUrl, other, target(url));
    }

    private static String bare(String host) {
        return host.toLowerCase(Locale.ROOT);
    }

    private static String rest(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private static String target(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
        String rest = rest(url);
        return scheme + "://" + bare(url.getHost()) + port + (rest.equals("/") ? "" : rest);
    }
}
