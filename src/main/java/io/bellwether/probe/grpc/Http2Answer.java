package io.bellwether.probe.grpc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** What came back on a stream: headers and trailers under one roof, and the body. */
final class Http2Answer {

    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Http2Answer add(List<? extends Header> more) {
        more.forEach(header -> headers.put(header.getName(), Objects.requireNonNullElse(header.getValue(), "")));
        return this;
    }

    Http2Answer add(byte[] more) {
        body.writeBytes(more);
        return this;
    }

    /** 0 when there is none. */
    int status() {
        String status = headers.getOrDefault(":status", "");
        return status.matches("[1-5][0-9]{2}") ? Integer.parseInt(status) : 0;
    }

    @Nullable String header(String name) {
        return headers.get(name);
    }

    ByteBuffer body() {
        return ByteBuffer.wrap(body.toByteArray()).asReadOnlyBuffer();
    }

    int size() {
        return body.size();
    }
}
