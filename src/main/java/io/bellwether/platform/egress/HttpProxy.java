package io.bellwether.platform.egress;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that opens tunnels (RFC 9110, 9.3.6).
 *
 * @param authorization the value of Proxy-Authorization, null to send none
 */
public record HttpProxy(String host, int port, @Nullable String authorization) {

    public static HttpProxy of(String host, int port) {
        return new HttpProxy(host, port, null);
    }

    /** By user and password (RFC 7617). */
    public HttpProxy as(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new HttpProxy(host, port, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
