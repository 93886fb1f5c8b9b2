package io.bellwether.probe.tcp;

import static io.bellwether.platform.egress.Loopback.in5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.TestCertificates;
import io.bellwether.TestCertificates.Issued;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Loopback;
import io.bellwether.platform.egress.Peer;
import io.bellwether.platform.egress.Talked;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.tcp.TcpProbe.Settings;
import io.bellwether.probe.tcp.TcpProbe.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TcpProbeTest {

    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final Duration PATIENCE = Duration.ofMillis(600);

    @TempDir
    private Path files;

    @Test
    void anOpenPortIsUp() throws Exception {
        try (Peer peer = Peer.that((in, out) -> NEVER.await())) {
            Verdict verdict = run(Loopback.wire(), settings(peer, null, null));

            assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
            assertThat(verdict.reason()).isEqualTo("peer.example port " + peer.port() + " accepts connections.");
            assertThat(verdict.detail()).containsOnlyKeys("address");
            assertThat(verdict.phases().connect()).isNotNull();
            assertThat(verdict.phases().firstByte()).isNull();
        }
    }

    @Test
    void aClosedPortIsDown() throws Exception {
        // A port that is taken and not listened on.
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            Settings settings = new Settings("peer.example", taken.getLocalPort(), null, null, null, null);

            assertThat(failure(Loopback.wire(), settings).failureCause()).isEqualTo(Cause.CONNECTION_REFUSED);
        }
    }

    @Test
    void saysAndHearsEachStepInTurn() throws Exception {
        try (Peer peer = Peer.that((in, out) -> {
            say(out, "+HELLO grüezi\r\n+READY\r\n");
            for (int line = 0; line < 2; line++) {
                String heard = line(in);
                say(out, "you said " + heard + "\r\n");
            }
        })) {
            Verdict verdict = run(
                    Loopback.wire(),
                    settings(
                            peer,
                            null,
                            null,
                            new Step(null, "grüezi"),
                            new Step(null, "READY\\r\\n"),
                            new Step("one\\r\\n", "^you said one"),
                            new Step("\\x74wo\\n", "^\\s+you said two")));

            assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
            assertThat(verdict.reason()).endsWith(" answers as expected.");
            assertThat(verdict.detail()).containsEntry("banner", "+HELLO grüezi");
            assertThat(verdict.phases().firstByte()).isNotNull();
            assertThat(verdict.phases().transfer()).isNotNull();
        }
    }

    @Test
    void whatWasHeardOnceIsNotHeardAgain() throws Exception {
        try (Peer peer = Peer.that((in, out) -> say(out, "OK\r\n"))) {
            WireFailure failure =
                    failure(Loopback.wire(), settings(peer, null, null, new Step(null, "OK"), new Step(null, "OK")));

            assertThat(failure.failureCause()).isEqualTo(Cause.BODY_MISMATCH);
            assertThat(failure.reason()).contains("step 2");
        }
    }

    @Test
    void talksOverTls() throws Exception {
        // Certificates are judged by the platform against the real time.
        Instant now = Clock.systemUTC().instant();
        TestCertificates authority = new TestCertificates(now);
        Issued issued = authority.issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)), "peer.example");
        Wire trusting = Loopback.trusting(authority.writePem(files.resolve("ca.pem")));
        try (Peer peer = Peer.overTls(issued.serverContext(), (in, out) -> say(out, "secret\n"))) {
            Settings settings = settings(peer, Tls.DIRECT, null, new Step(null, "secret"));
            Verdict verdict = run(trusting, settings);

            assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
            assertThat(verdict.reason()).endsWith(" answers as expected over TLS.");
            assertThat(verdict.detail())
                    .containsKeys("protocol", "cipher")
                    .containsEntry(
                            "certificateNotAfter",
                            issued.certificate().getNotAfter().toInstant().toString());
            assertThat(verdict.phases().tls()).isPositive();
            assertThat(failure(Loopback.wire(), settings).failureCause()).isEqualTo(Cause.CERTIFICATE_UNTRUSTED);
        }
    }

    static Stream<Arguments> misbehaving() {
        Peer.Manners garbage = (in, out) -> say(out, "\0\1\2 blah");
        Peer.Manners silence = (in, out) -> NEVER.await();
        Peer.Manners wrongAndWaiting = (in, out) -> {
            say(out, "554 no\r\n");
            NEVER.await();
        };
        Peer.Manners drip = (in, out) -> {
            for (int i = 0; i < 100; i++) {
                say(out, "a");
                NEVER.await(50, TimeUnit.MILLISECONDS);
            }
        };
        Peer.Manners flood = (in, out) -> {
            for (int i = 0; i < 1_000; i++) {
                say(out, "a".repeat(1_000));
            }
        };
        return Stream.of(
                Arguments.of("says nothing", Cause.DEADLINE, "did not begin to answer", silence),
                Arguments.of(
                        "says the wrong thing", Cause.DEADLINE, "sent '554 no..' and not in time", wrongAndWaiting),
                Arguments.of("drips", Cause.DEADLINE, "not in time", drip),
                Arguments.of("talks garbage", Cause.BODY_MISMATCH, "'... blah' and hung up", garbage),
                Arguments.of("floods", Cause.BODY_MISMATCH, "and more", flood),
                Arguments.of("hangs up", Cause.CONNECTION_RESET, "without an answer", (Peer.Manners) (in, out) -> {}));
    }

    @ParameterizedTest(name = "a peer that {0} is {1}")
    @MethodSource("misbehaving")
    void aPeerThatMisbehavesIsDownInTime(String what, Cause cause, String words, Peer.Manners manners)
            throws Exception {
        try (Peer peer = Peer.that(manners)) {
            long begun = System.nanoTime();
            WireFailure failure = failure(Loopback.wire(), settings(peer, null, null, new Step(null, "^220")));

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.plusSeconds(1));
            assertThat(failure.failureCause()).as(failure.reason()).isEqualTo(cause);
            assertThat(failure.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(failure.reason()).contains(words).endsWith(".");
        }
    }

    @Test
    void aPatternThatWouldTakeForEverIsGivenUp() throws Exception {
        try (Peer peer = Peer.that((in, out) -> say(out, "a".repeat(5_000) + "b"))) {
            WireFailure failure = failure(Loopback.wire(), settings(peer, null, null, new Step(null, "(a|aa)+$")));

            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(failure.reason()).contains("takes too long");
        }
    }

    @Test
    void privateAddressesAreNotReached() throws Exception {
        try (Peer peer = Peer.answering("")) {
            assertThat(failure(Loopback.closed(), settings(peer, null, null)).failureCause())
                    .isEqualTo(Cause.EGRESS_REFUSED);
            assertThat(peer.connections()).isZero();
        }
    }

    @ParameterizedTest(name = "{0} ms where {1} is slow: {2}")
    @CsvSource({"499, PT0.5S, UP", "500, PT0.5S, UP", "501, PT0.5S, DEGRADED", "9000, , UP"})
    void judgesTheTime(double millis, @Nullable Duration degradedAfter, Outcome outcome) {
        Settings settings = new Settings("peer.example", 25, null, null, null, degradedAfter);

        Verdict verdict = TcpProbe.judge(settings, new Talked<>("", "192.0.2.1", null, Phases.NONE, millis));

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(outcome == Outcome.UP ? Cause.OK : Cause.SLOW);
        assertThat(verdict.reason()).endsWith(".");
    }

    @ParameterizedTest(name = "tls {0} with {1} is coherent: {2}")
    @CsvSource({
        ", , true",
        "NONE, , true",
        "DIRECT, , true",
        "STARTTLS, SMTP, true",
        "STARTTLS, , false",
        "DIRECT, SMTP, false",
        ", IMAP, false"
    })
    void aProtocolIsForStartTls(@Nullable Tls tls, @Nullable Protocol protocol, boolean coherent) {
        Settings settings = new Settings("peer.example", 25, tls, protocol, null, null);

        assertThat(new NamedProtocol().fault(settings) == null).isEqualTo(coherent);
    }

    private static Settings settings(Peer peer, @Nullable Tls tls, @Nullable Protocol protocol, Step... steps) {
        return new Settings(
                "peer.example", peer.port(), tls, protocol, steps.length == 0 ? null : List.of(steps), null);
    }

    private static Verdict run(Wire wire, Settings settings) throws WireFailure {
        return new TcpProbe(wire).run(settings, new ProbeContext(Instant.EPOCH, in5()));
    }

    private static WireFailure failure(Wire wire, Settings settings) {
        WireFailure failure = catchThrowableOfType(
                WireFailure.class,
                () -> new TcpProbe(wire).run(settings, new ProbeContext(Instant.EPOCH, Deadline.in(PATIENCE))));
        assertThat(failure).isNotNull();
        return failure;
    }

    static void say(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
