package io.bellwether.config.imports;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An address of a foreign configuration.
 *
 * @param port -1 when it names none
 */
public record WebAddress(String scheme, String host, int port, String url, String user) {

    /** Empty when it is none with a scheme and a host. */
    public static Optional<WebAddress> parse(String text) {
        try {
            URI uri = new URI(text.strip());
            if (uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            String user = uri.getUserInfo() == null ? "" : uri.getUserInfo();
            String url = uri.toString().replaceFirst("#.*$", "");
            String bare = user.isEmpty() ? url : url.replaceFirst("//[^/@]*@", "//");
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            return Optional.of(new WebAddress(scheme, uri.getHost(), uri.getPort(), bare, user));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    public boolean isHttp() {
        return scheme.equals("http") || scheme.equals("https");
    }

    /** The settings of a check of the certificate there. */
    public Map<String, Object> certificate() {
        return port < 0 || port == 443 ? Map.of("host", host) : Map.of("host", host, "port", port);
    }

    /** Who it belongs to, as far as the address tells. */
    public String owner() {
        return host.replaceFirst("(?i)^www\\.", "");
    }
}
