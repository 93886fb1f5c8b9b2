package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import java.net.URI;
import java.util.Locale;

/**
 * What a URI asks for, in the parts that go on the wire.
 *
 * @param authority the Host header: the port only where it is not the scheme's own
 * @param path path and query, at least {@code /}
 */
record Target(boolean secure, HostName host, int port, String authority, String path) {

    static Target of(URI uri) throws EgressRefused, Fault {
        boolean secure = secure(uri);
        if (!secure && !"http".equalsIgnoreCase(uri.getScheme())) {
            throw Fault.ours(Cause.EGRESS_REFUSED, "Not reached: " + uri + " is not an http or https address.");
        }
        HostName host = HostName.of(uri);
        int port = port(uri);
        if (port < 1 || port > 65_535) {
            throw Fault.ours(Cause.EGRESS_REFUSED, "Not reached: " + uri + " has no possible port.");
        }
        String shown = host.name().indexOf(':') >= 0 ? "[" + host.name() + "]" : host.name();
        return new Target(secure, host, port, uri.getPort() < 0 ? shown : shown + ":" + port, path(uri));
    }

    static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return secure(uri) ? 443 : 80;
    }

    private static boolean secure(URI uri) {
        return "https".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
    }

    private static String path(URI uri) {
        URI ascii = URI.create(uri.toASCIIString());
        String path = String.valueOf(ascii.getRawPath());
        String rooted = path.startsWith("/") ? path : "/";
        return ascii.getRawQuery() == null ? rooted : rooted + "?" + ascii.getRawQuery();
    }
}
