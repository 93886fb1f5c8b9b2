package io.bellwether.probe.grpc;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.Conversation;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Fault;
import io.bellwether.platform.egress.Http2Answer;
import io.bellwether.platform.egress.Talk;
import io.bellwether.platform.egress.Wire;
import io.bellwether.probe.grpc.GrpcProbe.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/** One health check as gRPC puts it into HTTP/2 (gRPC's PROTOCOL-HTTP2). */
final class HealthCall implements Talk<Http2Answer> {

    private static final int MAX_ANSWER = 32 * 1024;

    private final Settings settings;
    private final Deadline deadline;

    HealthCall(Settings settings, Deadline deadline) {
        this.settings = settings;
        this.deadline = deadline;
    }

    @Override
    public Http2Answer hold(Conversation conversation) throws IOException {
        if (settings.secure() && !conversation.speaks("h2")) {
            throw Fault.theirs(Cause.PROTOCOL_ERROR, "The server does not agree to HTTP/2 in the TLS handshake.");
        }
        return conversation.exchange(headers(), Health.request(settings.serviceOrAll()), MAX_ANSWER);
    }

    private List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        headers.add(new BasicHeader(":method", "POST"));
        headers.add(new BasicHeader(":scheme", settings.secure() ? "https" : "http"));
        headers.add(new BasicHeader(":path", Health.PATH));
        headers.add(new BasicHeader(":authority", settings.authorityOrPeer()));
        headers.add(new BasicHeader("te", "trailers"));
        headers.add(new BasicHeader("content-type", "application/grpc"));
        headers.add(new BasicHeader("user-agent", Wire.USER_AGENT));
        headers.add(
                new BasicHeader("grpc-timeout", Math.max(1, deadline.remaining().toMillis()) + "m"));
        // Metadata may hold secrets; what is marked as sensitive no intermediary keeps in its table.
        settings.metadataOrNone().forEach((name, value) -> headers.add(new BasicHeader(name, value, true)));
        return headers;
    }
}
