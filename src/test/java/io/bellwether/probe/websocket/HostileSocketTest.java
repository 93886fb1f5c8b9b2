package io.bellwether.probe.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Loopback;
import io.bellwether.platform.egress.Peer;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.websocket.WebSocketProbe.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server does costs its own probe only: that ends in time, with the right cause. */
class HostileSocketTest {

    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final Pattern KEY = Pattern.compile("Sec-WebSocket-Key: (.*)\r\n");
    private static final String AGREED =
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\n";

    static Stream<Arguments> handshakes() {
        return Stream.of(
                rude("never answers", Cause.DEADLINE, (in, out) -> NEVER.await()),
                rude("drips its head", Cause.DEADLINE, (in, out) -> drip(out, "HTTP/1.1 101 ")),
                rude("hangs up", Cause.CONNECTION_RESET, (in, out) -> Peer.head(in)),
                rude("hangs up in its head", Cause.CONNECTION_RESET, Peer.saying(AGREED)),
                rude("speaks SSH", Cause.PROTOCOL_ERROR, Peer.saying("SSH-2.0-OpenSSH_9.2\r\n\r\n")),
                rude(
                        "gives a wrong key",
                        Cause.PROTOCOL_ERROR,
                        Peer.saying(AGREED + "Sec-WebSocket-Accept: x\r\n\r\n")),
                rude("gives no key", Cause.PROTOCOL_ERROR, Peer.saying(AGREED + "\r\n")),
                rude(
                        "upgrades to something else",
                        Cause.PROTOCOL_ERROR,
                        Peer.saying("HTTP/1.1 101 OK\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n")),
                rude("compresses unasked", Cause.PROTOCOL_ERROR, agreeing("Sec-WebSocket-Extensions: deflate\r\n", "")),
                rude("chooses a subprotocol", Cause.PROTOCOL_ERROR, agreeing("Sec-WebSocket-Protocol: a\r\n", "")),
                rude("sends interim answers", Cause.PROTOCOL_ERROR, Peer.saying("HTTP/1.1 103 H\r\n\r\n".repeat(50))),
                rude("answers 200", Cause.UNEXPECTED_STATUS, Peer.saying("HTTP/1.1 200 OK\r\n\r\nhello")),
                rude("asks to slow down", Cause.BOT_WALL, Peer.saying("HTTP/1.1 429 Slow\r\n\r\n")),
                rude("challenges", Cause.BOT_WALL, Peer.saying("HTTP/1.1 403 No\r\ncf-mitigated: challenge\r\n\r\n")));
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                rude("says nothing", Cause.DEADLINE, agreeing("", "")),
                rude("says something else", Cause.DEADLINE, agreeing("", "810568656c6c6f")),
                rude("masks its frames", Cause.PROTOCOL_ERROR, agreeing("", "818537fa213d7f9f4d5158")),
                rude("uses reserved bits", Cause.PROTOCOL_ERROR, agreeing("", "c10548656c6c6f")),
                rude("continues nothing", Cause.PROTOCOL_ERROR, agreeing("", "8001aa")),
                rude("begins a message within a message", Cause.PROTOCOL_ERROR, agreeing("", "010161810162")),
                rude("sends a ping in pieces", Cause.PROTOCOL_ERROR, agreeing("", "0900")),
                rude("sends text that is none", Cause.PROTOCOL_ERROR, agreeing("", "8102c328")),
                rude("promises an exabyte", Cause.BODY_TOO_LARGE, agreeing("", "827f0fffffffffffffff")),
                rude("sends fragments without end", Cause.BODY_TOO_LARGE, HostileSocketTest::fragments),
                rude("pings without end", Cause.PROTOCOL_ERROR, agreeing("", "8900".repeat(10_001))),
                rude("closes without a word", Cause.CONNECTION_RESET, agreeing("", "8800")));
    }

    @ParameterizedTest(name = "a server that {0}: {1}")
    @MethodSource({"handshakes", "messages"})
    void endsInTimeWithItsCause(String what, Cause cause, Peer.Manners manners) throws IOException {
        try (Peer peer = Peer.that(manners)) {
            long begun = System.nanoTime();
            WireFailure failure = catchThrowableOfType(WireFailure.class, () -> run(peer, "expected"));

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.plusSeconds(1));
            assertThat(failure).as(what).isNotNull();
            assertThat(failure.failureCause()).as(failure.reason()).isEqualTo(cause);
            assertThat(failure.outcome() == Outcome.UNKNOWN)
                    .isEqualTo(cause == Cause.BODY_TOO_LARGE || cause == Cause.BOT_WALL);
            assertThat(failure.reason()).endsWith(".");
        }
    }

    @Test
    void aServerThatDoesNotSayGoodbyeHasAnsweredAllTheSame() throws Exception {
        try (Peer peer = Peer.that(agreeing("", "81086578706563746564"))) {
            Verdict verdict = run(peer, "expected");

            assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
            assertThat(verdict.detail()).containsEntry("closed", false).containsEntry("messages", 1);
            assertThat(verdict.millis()).isLessThan((double) PATIENCE.toMillis());
        }
    }

    @Test
    void privateAddressesAreNotReached() throws Exception {
        try (Peer peer = Peer.answering("")) {
            Settings settings = settings(peer, "x");
            WireFailure failure = catchThrowableOfType(
                    WireFailure.class,
                    () -> new WebSocketProbe(Loopback.closed())
                            .run(settings, new ProbeContext(Instant.EPOCH, Deadline.in(PATIENCE))));

            assertThat(failure.failureCause()).isEqualTo(Cause.EGRESS_REFUSED);
            assertThat(peer.connections()).isZero();
        }
    }

    private static Arguments rude(String what, Cause cause, Peer.Manners manners) {
        return Arguments.of(what, cause, manners);
    }

    /** Agrees to a WebSocket as it should, sends some bytes and falls silent. */
    private static Peer.Manners agreeing(String headers, String frames) {
        return (in, out) -> {
            agree(Peer.head(in), headers, out);
            out.write(HexFormat.of().parseHex(frames));
            out.flush();
            NEVER.await();
        };
    }

    private static void agree(String request, String headers, OutputStream out) throws IOException {
        Matcher key = KEY.matcher(request);
        assertThat(key.find()).as(request).isTrue();
        String accept = "Sec-WebSocket-Accept: " + Handshake.accept(key.group(1)) + "\r\n";
        out.write((AGREED + accept + headers + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void fragments(InputStream in, OutputStream out) throws IOException {
        agree(Peer.head(in), "", out);
        byte[] content = new byte[0xFFFF];
        for (int i = 0; i < 100; i++) {
            out.write(HexFormat.of().parseHex((i == 0 ? "02" : "00") + "7effff"));
            out.write(content);
        }
    }

    private static void drip(OutputStream out, String beginning) throws IOException, InterruptedException {
        out.write(beginning.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 100; i++) {
            out.write('a');
            NEVER.await(50, TimeUnit.MILLISECONDS);
        }
    }

    private static Verdict run(Peer peer, String contains) throws WireFailure {
        return new WebSocketProbe(Loopback.wire())
                .run(settings(peer, contains), new ProbeContext(Instant.EPOCH, Deadline.in(PATIENCE)));
    }

    private static Settings settings(Peer peer, String contains) {
        URI url = URI.create("ws://socket.example:" + peer.port() + "/");
        return new Settings(url, null, null, "hello", contains, null, null);
    }
}
