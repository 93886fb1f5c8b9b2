package io.bellwether.platform.egress;

import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * A complete answer over HTTP/2 (RFC 9113, 8.1).
 *
 * @param headers names in lower case, {@code :status} among them
 * @param trailers what came behind the body
 * @param body as it came, compressed or not
 */
public record Http2Answer(List<Header> headers, List<Header> trailers, Body body) {

    /** 0 when there is none that can be read. */
    public int status() {
        String status = header(":status");
        return status != null && status.matches("[1-5][0-9]{2}") ? Integer.parseInt(status) : 0;
    }

    /** The last value of a header or trailer of the name, null when there is none. */
    public @Nullable String header(String name) {
        return Stream.concat(headers.stream(), trailers.stream())
                .filter(header -> header.getName().equals(name))
                .map(header -> String.valueOf(header.getValue()))
                .reduce((_, later) -> later)
                .orElse(null);
    }
}
