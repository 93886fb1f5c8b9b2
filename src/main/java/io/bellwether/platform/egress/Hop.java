package io.bellwether.platform.egress;

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
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** One request and its answer, on a connection of their own or one that is kept; redirects are the caller's business. */
final class Hop {

    /** An answer; the body of a redirect that will be followed is not read. */
    record Answer(
            int status,
            SortedMap<String, List<String>> headers,
            Body body,
            String address,
            @Nullable TlsHandshake tls,
            boolean reused) {

        /** Where a redirect points, null when the answer is none. */
        @Nullable String redirect() {
            return Redirects.in(status, headers);
        }
    }

    private final Dialer dialer;
    private final IdleLines idle;
    private final PhaseClock clock;
    private final Deadline deadline;

    Hop(Dialer dialer, IdleLines idle, PhaseClock clock, Deadline deadline) {
        this.dialer = dialer;
        this.idle = idle;
        this.clock = clock;
        this.deadline = deadline;
    }

    Answer exchange(WireRequest request, Target target)
            throws EgressRefused, LookupFailed, IOException, HttpException, InterruptedException {
        boolean modern = target.secure() && request.route().version() == HttpVersion.HTTP2;
        if (request.route().reuse() && !modern) {
            return new KeptHop(dialer, idle, clock, deadline).exchange(message(request, target), request, target);
        }
        Purpose plainly = request.route().lenient() ? Purpose.READ : Purpose.HTTP;
        Purpose purpose = modern ? Purpose.HTTP2 : target.secure() ? plainly : null;
        try (Line line = dialer.dial(target.host(), target.port(), purpose, request.route(), clock, deadline)) {
            Answer answer = modern
                    ? overHttp2(line, request, target, clock)
                    : new Http1Line(line).exchange(message(request, target), request, clock);
            clock.end();
            return answer;
        }
    }

    /** On a connection that is encrypted already, in the version of HTTP that its handshake has settled on. */
    static Answer overTls(Line line, WireRequest request, PhaseClock clock)
            throws EgressRefused, IOException, HttpException {
        Target target = Target.of(request.uri());
        return line.speaks("h2")
                ? overHttp2(line, request, target, clock)
                : new Http1Line(line).exchange(message(request, target), request, clock);
    }

    private static Answer overHttp2(Line line, WireRequest request, Target target, PhaseClock clock)
            throws IOException {
        ClassicHttpResponse response = Http2Hop.exchange(line, message(request, target), request, clock);
        SortedMap<String, List<String>> headers = headers(response);
        Body body = isBare(request, response.getCode()) || isFollowed(request, response.getCode(), headers)
                ? Body.EMPTY
                : BodyReader.read(response.getEntity(), request.maxBody(), request.cut());
        return new Answer(response.getCode(), headers, body, line.address(), line.handshake(), false);
    }

    private static ClassicHttpRequest message(WireRequest request, Target target) {
        ClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), target.path());
        message.setHeader("Host", target.authority());
        message.setHeader("User-Agent", Wire.USER_AGENT);
        message.setHeader("Accept", "*/*");
        message.setHeader("Accept-Encoding", ContentCoding.ACCEPTED);
        request.headers().forEach(message::setHeader);
        message.setHeader("Connection", request.route().reuse() ? "keep-alive" : "close");
        String text = request.body();
        if (text != null) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            message.setHeader("Content-Length", body.length);
            message.setEntity(new ByteArrayEntity(body, ContentType.parse("application/octet-stream")));
        }
        return message;
    }

    /** Whether the answer has no body, whatever its headers say. */
    static boolean isBare(WireRequest request, int status) {
        return "HEAD".equals(request.method()) || status == 204 || status == 304;
    }

    /** Whether the answer is a redirect to be followed, whose body nobody reads. */
    static boolean isFollowed(WireRequest request, int status, SortedMap<String, List<String>> headers) {
        return request.maxRedirects() > 0 && Redirects.in(status, headers) != null;
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
