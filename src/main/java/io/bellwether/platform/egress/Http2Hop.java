package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.message.BasicHeader;

/** Carries a message of HTTP/1.1 over HTTP/2 and back (RFC 9113, 8.2 and 8.3). */
final class Http2Hop {

    /** What concerns one connection of HTTP/1.1 only. */
    private static final Set<String> LEFT_OUT = Set.of("host", "connection");

    private Http2Hop() {}

    /** @throws Fault when the handshake has not settled on HTTP/2 */
    static BasicClassicHttpResponse exchange(
            Line line, ClassicHttpRequest message, WireRequest request, PhaseClock clock) throws IOException {
        if (!line.speaks("h2")) {
            throw Fault.theirs(Cause.PROTOCOL_ERROR, request.uri().getRawAuthority() + " does not offer HTTP/2.");
        }
        String body = request.body();
        Http2Answer answer = new Http2Exchange(line.input(), line.output(), clock, request.maxBody())
                .exchange(headers(message), body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(status(answer));
        answer.headers().stream()
                .filter(header -> !header.getName().startsWith(":"))
                .forEach(response::addHeader);
        Header encoding = response.getFirstHeader("Content-Encoding");
        response.setEntity(new ByteArrayEntity(
                answer.body().bytes(),
                ContentType.APPLICATION_OCTET_STREAM,
                encoding == null ? null : encoding.getValue()));
        return response;
    }

    private static List<Header> headers(ClassicHttpRequest message) {
        List<Header> headers = new ArrayList<>();
        headers.add(new BasicHeader(":method", message.getMethod()));
        headers.add(new BasicHeader(":scheme", "https"));
        headers.add(new BasicHeader(":authority", message.getFirstHeader("Host").getValue()));
        headers.add(new BasicHeader(":path", message.getPath()));
        for (Header header : message.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (!LEFT_OUT.contains(name)) {
                headers.add(new BasicHeader(name, header.getValue()));
            }
        }
        return headers;
    }

    private static int status(Http2Answer answer) throws Fault {
        if (answer.status() < 200) {
            throw Fault.theirs(Cause.PROTOCOL_ERROR, "The server's answer over HTTP/2 has no status.");
        }
        return answer.status();
    }
}
