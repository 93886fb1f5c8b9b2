package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.PhaseClock.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One request and its answer over a connection of their own; redirects are the caller's business. */
final class Hop {

    static final int MAX_INTERIM_ANSWERS = 5;
    static final Http1Config LIMITS = Http1Config.custom()
            .setBufferSize(4 * 1024)
            .setMaxHeaderCount(200)
            .setMaxLineLength(16 * 1024)
            .setMaxEmptyLineCount(10)
            .build();

    /** An answer; the body of a redirect that will be followed is not read. */
    record Answer(
            int status,
            SortedMap<String, List<String>> headers,
            Body body,
            String address,
            @Nullable TlsHandshake tls) {

        /** Where a redirect points, null when the answer is none. */
        @Nullable String redirect() {
            return Redirects.in(status, headers);
        }
    }

    private final Dialer dialer;
    private final PhaseClock clock;
    private final Deadline deadline;

    Hop(Dialer dialer, PhaseClock clock, Deadline deadline) {
        this.dialer = dialer;
        this.clock = clock;
        this.deadline = deadline;
    }

    Answer exchange(WireRequest request, Target target)
            throws EgressRefused, LookupFailed, IOException, HttpException, InterruptedException {
        boolean modern = target.secure() && request.route().version() == HttpVersion.HTTP2;
        Purpose purpose = modern ? Purpose.HTTP2 : target.secure() ? Purpose.HTTP : null;
        try (Line line = dialer.dial(target.host(), target.port(), purpose, request.route(), clock, deadline)) {
            Answer answer = modern ? overHttp2(line, request, target) : overHttp1(line, request, target);
            clock.end();
            return answer;
        }
    }

    private Answer overHttp2(Line line, WireRequest request, Target target) throws IOException {
        ClassicHttpResponse response = Http2Hop.exchange(line, message(request, target), request, clock);
        SortedMap<String, List<String>> headers = headers(response);
        Body body = unreadable(request, response, headers)
                ? Body.EMPTY
                : BodyReader.read(response.getEntity(), request.maxBody());
        return new Answer(response.getCode(), headers, body, line.address(), line.handshake());
    }

    private Answer overHttp1(Line line, WireRequest request, Target target) throws IOException, HttpException {
        DefaultBHttpClientConnection connection = connection();
        line.bind(connection);
        clock.begin(Phase.FIRST_BYTE);
        send(connection, message(request, target));
        clock.begin(Phase.FIRST_BYTE);
        if (connection.isDataAvailable(Timeout.of(deadline.remaining()))) {
            clock.begin(Phase.TRANSFER);
        }
        ClassicHttpResponse response = receiveHeader(connection);
        SortedMap<String, List<String>> headers = headers(response);
        Body body = unreadable(request, response, headers) ? Body.EMPTY : receiveBody(connection, response, request);
        return new Answer(response.getCode(), headers, body, line.address(), line.handshake());
    }

    private static DefaultBHttpClientConnection connection() {
        return new DefaultBHttpClientConnection(LIMITS, null, null, null, null, null, HeadParser::new);
    }

    private static ClassicHttpRequest message(WireRequest request, Target target) {
        ClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), target.path());
        message.setHeader("Host", target.authority());
        message.setHeader("User-Agent", Wire.USER_AGENT);
        message.setHeader("Accept", "*/*");
        message.setHeader("Accept-Encoding", ContentCoding.ACCEPTED);
        request.headers().forEach(message::setHeader);
        message.setHeader("Connection", "close");
        String text = request.body();
        if (text != null) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            message.setHeader("Content-Length", body.length);
            message.setEntity(new ByteArrayEntity(body, ContentType.parse("application/octet-stream")));
        }
        return message;
    }

    private static void send(DefaultBHttpClientConnection connection, ClassicHttpRequest message)
            throws IOException, HttpException {
        connection.sendRequestHeader(message);
        if (message.getEntity() != null) {
            connection.sendRequestEntity(message);
        }
        connection.flush();
    }

    private static ClassicHttpResponse receiveHeader(DefaultBHttpClientConnection connection)
            throws IOException, HttpException {
        for (int interim = 0; interim <= MAX_INTERIM_ANSWERS; interim++) {
            ClassicHttpResponse response = connection.receiveResponseHeader();
            if (response.getCode() == 101) {
                throw Fault.theirs(Cause.PROTOCOL_ERROR, "The server switches to a protocol that was not asked for.");
            }
            if (response.getCode() >= 200) {
                return response;
            }
        }
        throw Fault.theirs(Cause.PROTOCOL_ERROR, "The server sends nothing but interim answers.");
    }

    private static boolean unreadable(
            WireRequest request, ClassicHttpResponse response, SortedMap<String, List<String>> headers) {
        int status = response.getCode();
        if ("HEAD".equals(request.method()) || status == 204 || status == 304) {
            return true;
        }
        return request.maxRedirects() > 0 && Redirects.in(status, headers) != null;
    }

    private static Body receiveBody(
            DefaultBHttpClientConnection connection, ClassicHttpResponse response, WireRequest request)
            throws IOException, HttpException {
        connection.receiveResponseEntity(response);
        return BodyReader.read(response.getEntity(), request.maxBody());
    }

    static SortedMap<String, List<String>> headers(ClassicHttpResponse response) {
        SortedMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>()).add(String.valueOf(header.getValue()));
        }
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            header.setValue(List.copyOf(header.getValue()));
        }
        return Collections.unmodifiableSortedMap(headers);
    }
}
