package io.bellwether.probe;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A place that is always there, so that its silence says something about our own network. */
record Reference(String host, int port) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /**
     * @param text {@code host:port}, {@code [address]:port} or a URL; without a port 443, or 80 for http
     * @throws IllegalArgumentException when it is none of these
     */
    static Reference parse(String text) {
        URI uri = uri(text.strip());
        String host = uri == null ? null : uri.getHost();
        if (uri == null || host == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException(
                    "BELLWETHER_EGRESS_CHECK_TARGETS: '" + text + "' is neither host:port nor a URL");
        }
        int usual = "http".equalsIgnoreCase(uri.getScheme()) ? HTTP : HTTPS;
        return new Reference(host, uri.getPort() < 0 ? usual : uri.getPort());
    }

    private static @Nullable URI uri(String text) {
        try {
            return URI.create(text.contains("://") ? text : "tcp://" + text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
