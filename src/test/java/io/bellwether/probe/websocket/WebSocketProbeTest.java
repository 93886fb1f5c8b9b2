package io.bellwether.probe.websocket;

import static io.bellwether.platform.egress.Loopback.in5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.TestCertificates;
import io.bellwether.TestCertificates.Issued;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Loopback;
import io.bellwether.platform.egress.Talked;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.websocket.WebSocketProbe.Settings;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that somebody else has written. */
class WebSocketProbeTest {

    @TempDir
    private static Path files;

    private static NettyServer plain;
    private static NettyServer encrypted;
    private static Wire wire;

    @BeforeAll
    static void serve() throws Exception {
        // Certificates are judged by the platform against the real time.
        Instant now = Clock.systemUTC().instant();
        TestCertificates authority = new TestCertificates(now);
        Issued issued = authority.issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)), "socket.example");
        wire = Loopback.trusting(authority.writePem(files.resolve("ca.pem")));
        plain = new NettyServer(null);
        encrypted = new NettyServer(
                SslContextBuilder.forServer(issued.keyManagers()).build());
    }

    @AfterAll
    static void stop() {
        plain.close();
        encrypted.close();
    }

    @Test
    void aSocketThatOpensIsUp() throws Exception {
        Verdict verdict = run(ws("/ws/quiet?a=b"), null, null, null, null);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
        assertThat(verdict.reason()).isEqualTo("The WebSocket opens.");
        assertThat(verdict.detail()).containsEntry("messages", 0).containsEntry("closed", true);
        assertThat(verdict.phases().firstByte()).isPositive();
        assertThat(verdict.millis()).isPositive();
        assertThat(plain.event()).isEqualTo("opened /ws/quiet?a=b");
        assertThat(plain.event()).isEqualTo("closed 1000");
    }

    @ParameterizedTest(name = "{0}: ''{1}'' is answered by what contains ''{2}'' and matches ''{3}''")
    @CsvSource({
        "/ws/echo, hello, hello, ",
        "/ws/echo, hello, , ^h.l+o$",
        "/ws/echo, grüße, üß, ^g",
        "/ws/fragments, whole, whole, ^whole$",
        "/ws/ticker, x, tick 3, ",
        "/ws/binary, x, binary, "
    })
    void judgesWhatComesBack(String path, String send, @Nullable String contains, @Nullable String matches)
            throws Exception {
        Verdict verdict = run(ws(path), null, send, contains, matches);

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(verdict.reason()).isEqualTo("The WebSocket opens and answers as expected.");
        assertThat(verdict.detail()).containsKey("message").containsEntry("closed", true);
    }

    @Test
    void exchangesMessagesOfAnyLengthOverTls() throws Exception {
        URI url = URI.create("wss://socket.example:" + encrypted.port() + "/ws/echo");
        for (int length : new int[] {125, 126, 65_000}) {
            Verdict verdict = run(url, null, "a".repeat(length) + "z", "az", null);

            assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
            assertThat(verdict.detail()).containsKeys("cipher", "certificateNotAfter");
            assertThat(verdict.phases().tls()).isPositive();
        }
    }

    @Test
    void aServerWhoseNameIsWrongIsDown() {
        URI url = URI.create("wss://other.example:" + encrypted.port() + "/ws/echo");

        assertThat(failure(url, null, null).failureCause()).isEqualTo(Cause.CERTIFICATE_WRONG_HOST);
    }

    @Test
    void theSubprotocolIsAgreedOn() throws Exception {
        Verdict verdict = run(ws("/ws/silent"), "chat.v2", null, null, null);
        WireFailure failure = failure(ws("/ws/silent"), "other", null);

        assertThat(verdict.detail()).containsEntry("subprotocol", "chat.v2");
        assertThat(failure.failureCause()).isEqualTo(Cause.PROTOCOL_ERROR);
        assertThat(failure.reason()).contains("none instead of 'other'");
    }

    @Test
    void aCloseInsteadOfAnAnswerIsDown() {
        WireFailure failure = failure(ws("/ws/overloaded"), null, "anything");

        assertThat(failure.failureCause()).as(failure.reason()).isEqualTo(Cause.CONNECTION_RESET);
        assertThat(failure.reason())
                .isEqualTo("The server closed the WebSocket with code 1013 ('try later'); before, it sent 'welcome'.");
    }

    @Test
    void anAnswerThatIsNoWebSocketIsDown() {
        WireFailure failure = failure(ws("/none"), null, null);

        assertThat(failure.failureCause()).isEqualTo(Cause.UNEXPECTED_STATUS);
        assertThat(failure.reason()).isEqualTo("Status 404 instead of 101.");
    }

    @ParameterizedTest(name = "{0} ms where {1} is slow: {2}")
    @CsvSource({"500, PT0.5S, UP", "501, PT0.5S, DEGRADED", "9000, , UP"})
    void judgesTheTime(double millis, @Nullable Duration degradedAfter, Outcome outcome) {
        Settings settings = new Settings(ws("/"), null, null, null, null, null, degradedAfter);
        Exchange.Heard heard = new Exchange.Heard(0, "", true);

        Verdict verdict = WebSocketProbe.judge(settings, new Talked<>(heard, "192.0.2.1", null, Phases.NONE, millis));

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.millis()).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a.example/", "ws:a.example", "ws:///x", "wss://a.example/#x", "wss://u:p@a.example/", "a"
            })
    void refusesAddressesThatAreNone(String url) {
        assertThat(new SocketAddress().fault(URI.create(url))).endsWith(".");
    }

    @Test
    void refusesHeadersOfTheHandshake() {
        SocketHeaders rule = new SocketHeaders();

        assertThat(rule.fault(Map.of("Sec-WebSocket-Key", "x"))).isNotNull();
        assertThat(rule.fault(Map.of("Connection", "x"))).isNotNull();
        assertThat(rule.fault(Map.of("Origin", "https://a.example"))).isNull();
    }

    private static URI ws(String path) {
        return URI.create("ws://socket.example:" + plain.port() + path);
    }

    private static Verdict run(
            URI url,
            @Nullable String subprotocol,
            @Nullable String send,
            @Nullable String contains,
            @Nullable String matches)
            throws WireFailure {
        Settings settings = new Settings(url, null, subprotocol, send, contains, matches, null);
        return new WebSocketProbe(wire).run(settings, new ProbeContext(Instant.EPOCH, in5()));
    }

    private static WireFailure failure(URI url, @Nullable String subprotocol, @Nullable String contains) {
        return catchThrowableOfType(WireFailure.class, () -> run(url, subprotocol, null, contains, null));
    }
}
