package io.bellwether.probe.grpc;

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
import io.bellwether.probe.grpc.GrpcProbe.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server does costs its own probe only: that ends in time, with the right cause. */
class HostileServerTest {

    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final Duration PATIENCE = Duration.ofMillis(600);

    /** An empty SETTINGS frame. */
    private static final String HELLO = "000000" + "04" + "00" + "00000000";

    /** ":status: 200" and the literal "content-type: application/grpc", as a whole block. */
    private static final String HEADERS = frame(1, 4, 1, "885f106170706c69636174696f6e2f67727063");

    private static final String SERVING = frame(0, 0, 1, "00000000020801");

    /** The literal "grpc-status: 0". */
    private static final String TRAILERS = frame(1, 5, 1, "000b677270632d7374617475730130");

    static Stream<Arguments> rude() {
        String big = "00".repeat(16_000);
        return Stream.of(
                rude("never answers", Cause.DEADLINE, ""),
                rude("greets and says no more", Cause.DEADLINE, HELLO),
                rude("answers in half", Cause.DEADLINE, HELLO + HEADERS + SERVING),
                rude(
                        "speaks older HTTP",
                        Cause.PROTOCOL_ERROR,
                        HexFormat.of().formatHex("HTTP/1.1 400 B".getBytes(StandardCharsets.US_ASCII))),
                rude("does not greet", Cause.PROTOCOL_ERROR, HEADERS),
                rude("sends a frame that is too long", Cause.PROTOCOL_ERROR, HELLO + "ffffff000000000001"),
                rude("sends headers that are none", Cause.PROTOCOL_ERROR, HELLO + frame(1, 4, 1, "ffffffffffff")),
                rude("breaks off its headers", Cause.PROTOCOL_ERROR, HELLO + frame(1, 0, 1, "88") + SERVING),
                rude("answers on another stream", Cause.PROTOCOL_ERROR, HELLO + frame(1, 4, 3, "88")),
                rude("pushes", Cause.PROTOCOL_ERROR, HELLO + frame(5, 4, 1, "0000000288")),
                rude("resets the stream", Cause.CONNECTION_RESET, HELLO + frame(3, 0, 1, "00000007")),
                rude("resets the stream too briefly", Cause.PROTOCOL_ERROR, HELLO + frame(3, 0, 1, "07")),
                rude("goes away", Cause.CONNECTION_RESET, HELLO + frame(7, 0, 0, "000000000000000b")),
                rude(
                        "floods with pings",
                        Cause.PROTOCOL_ERROR,
                        HELLO + frame(6, 0, 0, "0000000000000001").repeat(1_001)),
                rude(
                        "floods with headers",
                        Cause.HEADERS_TOO_LARGE,
                        HELLO + frame(1, 0, 1, big) + frame(9, 0, 1, big).repeat(4)),
                rude(
                        "floods with data",
                        Cause.BODY_TOO_LARGE,
                        HELLO + HEADERS + frame(0, 0, 1, big).repeat(3)),
                rude("hangs up", Cause.CONNECTION_RESET, (in, out) -> in.read()),
                rude("drips", Cause.DEADLINE, (in, out) -> {
                    send(out, HELLO + "001000" + "ee0000000000");
                    for (int i = 0; i < 100; i++) {
                        out.write(0);
                        NEVER.await(50, TimeUnit.MILLISECONDS);
                    }
                }));
    }

    @ParameterizedTest(name = "a server that {0}: {1}")
    @MethodSource("rude")
    void endsInTimeWithItsCause(String what, Cause cause, Peer.Manners manners) throws IOException {
        try (Peer peer = Peer.that(manners)) {
            long begun = System.nanoTime();
            WireFailure failure = catchThrowableOfType(WireFailure.class, () -> run(peer));

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.plusSeconds(1));
            assertThat(failure).as(what).isNotNull();
            assertThat(failure.failureCause()).as(failure.reason()).isEqualTo(cause);
            assertThat(failure.outcome() == Outcome.UNKNOWN).isEqualTo(cause == Cause.BODY_TOO_LARGE);
            assertThat(failure.reason()).endsWith(".");
        }
    }

    @Test
    void whatTheStandardAllowsBetweenIsNoHindrance() throws Exception {
        String padded = frame(0, 8, 1, "03" + "00000000020801" + "000000");
        String ping = frame(6, 0, 0, "0102030405060708");
        String window = frame(8, 0, 0, "00001000");
        String unknown = frame(0xEE, 0, 0, "aabb");
        String graceful = frame(7, 0, 0, "0000000100000000");
        String split = frame(1, 0, 1, "88") + frame(9, 4, 1, "5f106170706c69636174696f6e2f67727063");
        String interim = frame(1, 4, 1, "0803313033");
        String all =
                HELLO + ping + window + unknown + interim + split + graceful + padded + frame(4, 1, 0, "") + TRAILERS;
        try (Peer peer = Peer.that(sending(all))) {
            Verdict verdict = run(peer);

            assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        }
    }

    @Test
    void anythingAtAllBecomesAVerdictOrAFailure() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(1, 40)];
            random.nextBytes(bytes);
            String payload = HexFormat.of().formatHex(bytes);
            String garbage =
                    HELLO + (i % 2 == 0 ? frame(1, 5, 1, payload) : frame(i % 11, i % 64, i % 2, payload) + TRAILERS);
            try (Peer peer = Peer.that(sending(garbage))) {
                assertThat(outcome(peer)).as(garbage).isNotEqualTo(Outcome.UP);
            }
        }
    }

    @Test
    void privateAddressesAreNotReached() throws Exception {
        try (Peer peer = Peer.answering("")) {
            WireFailure failure = catchThrowableOfType(
                    WireFailure.class,
                    () -> new GrpcProbe(Loopback.closed())
                            .run(settings(peer), new ProbeContext(Instant.EPOCH, Deadline.in(PATIENCE))));

            assertThat(failure.failureCause()).isEqualTo(Cause.EGRESS_REFUSED);
            assertThat(peer.connections()).isZero();
        }
    }

    @ParameterizedTest(name = "metadata {0}: {1} is free: {2}")
    @CsvSource({
        "authorization, Bearer x, true",
        "x-key-bin, AAEC, true",
        "Authorization, x, false",
        "grpc-timeout, 1S, false",
        "content-type, x, false",
        "te, x, false",
        ":path, /, false",
        "x-key, ü, false",
        "x-key, , false"
    })
    void metadataIsWhatGrpcAllows(String name, @Nullable String value, boolean free) {
        Map<String, @Nullable String> metadata = new HashMap<>();
        metadata.put(name, value);

        assertThat(new Metadata().fault(metadata) == null).isEqualTo(free);
    }

    private static @Nullable Outcome outcome(Peer peer) {
        try {
            return run(peer).outcome();
        } catch (WireFailure e) {
            assertThat(e.failureCause()).as(e.reason()).isNotEqualTo(Cause.INTERNAL);
            return e.outcome();
        }
    }

    private static Verdict run(Peer peer) throws WireFailure {
        return new GrpcProbe(Loopback.wire())
                .run(settings(peer), new ProbeContext(Instant.EPOCH, Deadline.in(PATIENCE)));
    }

    private static Settings settings(Peer peer) {
        return new Settings("grpc.example", peer.port(), false, null, null, null, null);
    }

    private static Arguments rude(String what, Cause cause, String hex) {
        return rude(what, cause, sending(hex));
    }

    private static Arguments rude(String what, Cause cause, Peer.Manners manners) {
        return Arguments.of(what, cause, manners);
    }

    private static Peer.Manners sending(String hex) {
        return (in, out) -> {
            send(out, hex);
            in.transferTo(OutputStream.nullOutputStream());
        };
    }

    private static void send(OutputStream out, String hex) throws IOException {
        out.write(HexFormat.of().parseHex(hex));
        out.flush();
    }

    private static String frame(int type, int flags, int stream, String payload) {
        return String.format("%06x%02x%02x%08x", payload.length() / 2, type, flags, stream) + payload;
    }
}
