package io.bellwether.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.TestPorts;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a peer does costs its own exchange only: that ends in time, with the right cause. */
class HostilePeerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    static Stream<Arguments> hostile() throws IOException {
        byte[] bomb = gzip(32 * 1024 * 1024);
        return Stream.of(
                rude("never answers", false, Outcome.DOWN, Cause.DEADLINE, (in, out) -> NEVER.await()),
                rude("drips a header", false, Outcome.DOWN, Cause.DEADLINE, (in, out) -> drip(out, OK + "X: ")),
                rude("drips a body", false, Outcome.DOWN, Cause.DEADLINE, (in, out) -> drip(out, OK + "\r\n")),
                rude(
                        "drips a long body",
                        false,
                        Outcome.DOWN,
                        Cause.DEADLINE,
                        (in, out) -> drip(out, OK + "Content-Length: 1000\r\n\r\n")),
                rude(
                        "drips a TLS handshake",
                        true,
                        Outcome.DOWN,
                        Cause.DEADLINE,
                        (in, out) -> drip(out, "\26\3\3\40\0")),
                rude("never answers the TLS hello", true, Outcome.DOWN, Cause.DEADLINE, (in, out) -> NEVER.await()),
                rude(
                        "talks garbage for TLS",
                        true,
                        Outcome.DOWN,
                        Cause.TLS_FAILED,
                        (in, out) -> blurt(in, out, "not TLS at all")),
                rude(
                        "talks HTTP for TLS",
                        true,
                        Outcome.DOWN,
                        Cause.TLS_FAILED,
                        (in, out) -> blurt(in, out, "HTTP/1.1 400 Bad Request\r\n\r\n")),
                rude(
                        "hangs up in the TLS handshake",
                        true,
                        Outcome.DOWN,
                        Cause.CONNECTION_RESET,
                        (in, out) -> in.read()),
                rude("hangs up", false, Outcome.DOWN, Cause.CONNECTION_RESET, (in, out) -> Peer.head(in)),
                rude(
                        "hangs up in a header",
                        false,
                        Outcome.DOWN,
                        Cause.CONNECTION_RESET,
                        Peer.saying(OK + "X-Half: 1")),
                rude(
                        "closes in the middle of a body",
                        false,
                        Outcome.DOWN,
                        Cause.BODY_TRUNCATED,
                        Peer.saying(OK + "Content-Length: 100\r\n\r\nhalf")),
                rude(
                        "closes in the middle of a chunk",
                        false,
                        Outcome.DOWN,
                        Cause.BODY_TRUNCATED,
                        Peer.saying(OK + "Transfer-Encoding: chunked\r\n\r\n40\r\nhalf")),
                rude(
                        "closes between two chunks",
                        false,
                        Outcome.DOWN,
                        Cause.BODY_TRUNCATED,
                        Peer.saying(OK + "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n")),
                rude(
                        "writes broken chunks",
                        false,
                        Outcome.DOWN,
                        Cause.PROTOCOL_ERROR,
                        Peer.saying(OK + "Transfer-Encoding: chunked\r\n\r\nxyz\r\nhalf\r\n")),
                rude(
                        "promises two lengths",
                        false,
                        Outcome.DOWN,
                        Cause.PROTOCOL_ERROR,
                        Peer.saying(OK + "Content-Length: 4\r\nContent-Length: 2\r\n\r\nhalf")),
                rude(
                        "promises 10 GB",
                        false,
                        Outcome.UNKNOWN,
                        Cause.BODY_TOO_LARGE,
                        (in, out) -> flood(out, OK + "Content-Length: 10000000000\r\n\r\n")),
                rude(
                        "sends without end",
                        false,
                        Outcome.UNKNOWN,
                        Cause.BODY_TOO_LARGE,
                        (in, out) -> flood(out, OK + "\r\n")),
                rude("sends a gzip bomb", false, Outcome.UNKNOWN, Cause.DECOMPRESSION_LIMIT, (in, out) -> {
                    out.write((OK + "Content-Encoding: gzip\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                    out.write(bomb);
                    out.flush();
                }),
                rude("sends half a gzip stream", false, Outcome.DOWN, Cause.BODY_TRUNCATED, (in, out) -> {
                    out.write((OK + "Content-Encoding: gzip\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                    out.write(gzip(5000), 0, 20);
                    out.flush();
                }),
                rude(
                        "calls plain text gzip",
                        false,
                        Outcome.DOWN,
                        Cause.PROTOCOL_ERROR,
                        Peer.saying(OK + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain")),
                rude(
                        "compresses in a way we did not ask for",
                        false,
                        Outcome.UNKNOWN,
                        Cause.UNEXPECTED_FORMAT,
                        Peer.saying(OK + "Content-Encoding: br\r\nContent-Length: 5\r\n\r\nplain")),
                rude(
                        "sends 190 long headers",
                        false,
                        Outcome.DOWN,
                        Cause.HEADERS_TOO_LARGE,
                        Peer.saying(OK + ("Set-Cookie: a=b" + ";x=y".repeat(3_500) + "\r\n").repeat(190) + "\r\n")),
                rude("sends 100,000 headers", false, Outcome.DOWN, Cause.HEADERS_TOO_LARGE, (in, out) -> headers(out)),
                rude(
                        "sends one endless header",
                        false,
                        Outcome.DOWN,
                        Cause.HEADERS_TOO_LARGE,
                        (in, out) -> flood(out, OK + "X: ")),
                rude(
                        "sends an endless status line",
                        false,
                        Outcome.DOWN,
                        Cause.HEADERS_TOO_LARGE,
                        (in, out) -> flood(out, "HTTP/1.1 200 ")),
                rude(
                        "speaks SSH",
                        false,
                        Outcome.DOWN,
                        Cause.PROTOCOL_ERROR,
                        Peer.saying("SSH-2.0-OpenSSH_9.2\r\n\r\n")),
                rude(
                        "switches protocols",
                        false,
                        Outcome.DOWN,
                        Cause.PROTOCOL_ERROR,
                        Peer.saying("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")),
                rude(
                        "sends interim answers for ever",
                        false,
                        Outcome.DOWN,
                        Cause.PROTOCOL_ERROR,
                        Peer.saying("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(50))),
                rude(
                        "redirects in a circle",
                        false,
                        Outcome.DOWN,
                        Cause.TOO_MANY_REDIRECTS,
                        Peer.saying("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n")),
                rude("redirects for ever", false, Outcome.DOWN, Cause.TOO_MANY_REDIRECTS, (in, out) -> {
                    String target = Peer.target(Peer.head(in));
                    out.write(("HTTP/1.1 302 Found\r\nLocation: " + target + "x\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }),
                rude(
                        "redirects to a file",
                        false,
                        Outcome.UNKNOWN,
                        Cause.EGRESS_REFUSED,
                        Peer.saying("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n")),
                rude(
                        "redirects to nonsense",
                        false,
                        Outcome.DOWN,
                        Cause.PROTOCOL_ERROR,
                        Peer.saying("HTTP/1.1 302 Found\r\nLocation: http://[half/\r\n\r\n")));
    }

    @ParameterizedTest(name = "a peer that {0} is {2} {3}")
    @MethodSource("hostile")
    void endsInTimeWithItsCause(String what, boolean tls, Outcome outcome, Cause cause, Peer.Manners manners)
            throws IOException {
        try (Peer peer = Peer.that(manners)) {
            URI uri = URI.create((tls ? "https" : "http") + "://127.0.0.1:" + peer.port() + "/");
            long begun = System.nanoTime();

            WireFailure failure = catchThrowableOfType(
                    WireFailure.class, () -> wire().exchange(WireRequest.get(uri), Deadline.in(PATIENCE)));

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.plusSeconds(1));
            assertThat(failure).as(what).isNotNull();
            assertThat(failure.failureCause()).as(failure.reason()).isEqualTo(cause);
            assertThat(failure.outcome()).isEqualTo(outcome);
            assertThat(failure.reason()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(failure.phases().connect()).isNotNull();
        }
    }

    @Test
    void aPortNobodyListensOnRefuses() throws Exception {
        int port = TestPorts.free(1);
        WireFailure failure = catchThrowableOfType(
                WireFailure.class,
                () -> wire().exchange(WireRequest.get(URI.create("http://127.0.0.1:" + port)), Deadline.in(PATIENCE)));

        assertThat(failure.failureCause()).isEqualTo(Cause.CONNECTION_REFUSED);
        assertThat(failure.outcome()).isEqualTo(Outcome.DOWN);
    }

    private static Wire wire() {
        Resolver nobody = (name, deadline) -> {
            throw LookupFailed.noAddress(name);
        };
        return new Wire(new EgressGuard(nobody, Optional.of(List.of("127.0.0.1"))), new Authorities(Optional.empty()));
    }

    private static Arguments rude(String what, boolean tls, Outcome outcome, Cause cause, Peer.Manners manners) {
        return Arguments.of(what, tls, outcome, cause, manners);
    }

    /** Bytes that come often enough to keep any read timeout from striking. */
    private static void drip(OutputStream out, String beginning) throws IOException, InterruptedException {
        out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < 100; i++) {
            out.write('a');
            out.flush();
            NEVER.await(200, TimeUnit.MILLISECONDS);
        }
    }

    private static void blurt(InputStream in, OutputStream out, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.UTF_8));
        out.flush();
        in.readAllBytes();
    }

    private static void flood(OutputStream out, String beginning) throws IOException {
        byte[] block = "a".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
        out.write(beginning.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 10_000; i++) {
            out.write(block);
        }
    }

    private static void headers(OutputStream out) throws IOException {
        out.write(OK.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 100_000; i++) {
            out.write(("X-" + i + ": 1\r\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private static byte[] gzip(int zeros) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[zeros]);
        }
        return packed.toByteArray();
    }
}
