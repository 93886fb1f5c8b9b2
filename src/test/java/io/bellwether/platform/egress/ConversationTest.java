package io.bellwether.platform.egress;

import static io.bellwether.platform.egress.Loopback.in5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.TestCertificates;
import io.bellwether.TestCertificates.Issued;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import java.io.EOFException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    // Certificates are judged by the platform against the real time.
    private final Instant now = Clock.systemUTC().instant();
    private final TestCertificates authority = new TestCertificates(now);

    @TempDir
    private Path files;

    @Test
    void timesWhatHappensAndNothingElse() throws Exception {
        try (Peer peer = Peer.that((in, out) -> {
            in.read();
            NEVER.await(30, TimeUnit.MILLISECONDS);
            out.write('a');
            NEVER.await(30, TimeUnit.MILLISECONDS);
            out.write('b');
        })) {
            Talked<String> talked = Loopback.wire().converse("peer.example", peer.port(), null, in5(), conversation -> {
                conversation.send(bytes("x"));
                return new String(conversation.in().readAllBytes(), StandardCharsets.US_ASCII);
            });

            assertThat(talked.result()).isEqualTo("ab");
            assertThat(talked.address()).isEqualTo("127.0.0.1");
            assertThat(talked.tls()).isNull();
            assertThat(talked.phases().dns()).isNotNull();
            assertThat(talked.phases().connect()).isNotNull();
            assertThat(talked.phases().tls()).isNull();
            assertThat(talked.phases().firstByte()).isBetween(25.0, 2_000.0);
            assertThat(talked.phases().transfer()).isBetween(25.0, 2_000.0);
            assertThat(talked.millis()).isGreaterThan(55);
        }
    }

    @Test
    void aConnectionOverWhichNothingIsSaidHasNoAnswerToTime() throws Exception {
        try (Peer peer = Peer.that((in, out) -> NEVER.await())) {
            Phases phases = Loopback.wire()
                    .converse("127.0.0.1", peer.port(), null, in5(), _ -> "")
                    .phases();

            assertThat(phases.dns()).isNull();
            assertThat(phases.connect()).isNotNull();
            assertThat(phases.firstByte()).isNull();
            assertThat(phases.transfer()).isNull();
        }
    }

    @Test
    void goesOnEncryptedWhenBothAgree() throws Exception {
        Issued issued = authority.issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)), "peer.example");
        Wire wire = Loopback.trusting(authority.writePem(files.resolve("ca.pem")));
        try (Peer peer = Peer.startingTls(
                issued.serverContext(),
                (in, out) -> {
                    in.read();
                    out.write('!');
                },
                (in, out) -> out.write(in.read()))) {
            Talked<Integer> talked = wire.converse("peer.example", peer.port(), null, in5(), conversation -> {
                conversation.send(bytes("?"));
                assertThat(conversation.in().read()).isEqualTo('!');
                conversation.secure();
                conversation.send(bytes("x"));
                return conversation.in().read();
            });

            assertThat(talked.result()).isEqualTo('x');
            assertThat(talked.tls()).isNotNull();
            assertThat(talked.tls().certificate()).isEqualTo(issued.certificate());
            assertThat(talked.phases().tls()).isPositive();
            assertThat(talked.phases().transfer()).isPositive();
        }
    }

    @Test
    void aBadCertificateEndsTheTalkWhenItBeginsEncryptedLater() throws Exception {
        Issued other = authority.issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)), "other.example");
        Wire wire = Loopback.trusting(authority.writePem(files.resolve("ca.pem")));
        try (Peer peer = Peer.startingTls(other.serverContext(), (in, out) -> in.read(), (in, out) -> in.read())) {
            WireFailure failure = catchThrowableOfType(
                    WireFailure.class,
                    () -> wire.converse("peer.example", peer.port(), null, in5(), conversation -> {
                        conversation.send(bytes("?"));
                        conversation.secure();
                        return "";
                    }));

            assertThat(failure.failureCause()).isEqualTo(Cause.CERTIFICATE_WRONG_HOST);
        }
    }

    @Test
    void courtesiesAreNotTimedAndNotWaitedForLong() throws Exception {
        try (Peer peer = Peer.that((in, out) -> NEVER.await())) {
            Talked<Double> talked = Loopback.wire().converse("127.0.0.1", peer.port(), null, in5(), conversation -> {
                long begun = System.nanoTime();
                conversation.over(Duration.ofMillis(50));
                conversation.send(bytes("bye"));
                assertThatThrownBy(() -> conversation.in().read()).isInstanceOf(SocketTimeoutException.class);
                return (System.nanoTime() - begun) / 1e6;
            });

            assertThat(talked.result()).isBetween(45.0, 2_000.0);
            assertThat(talked.millis()).isLessThan(talked.result());
            assertThat(talked.phases().firstByte()).isNull();
        }
    }

    @Test
    void whatTheTalkKnowsOfAFailureIsKept() throws Exception {
        try (Peer peer = Peer.that((in, out) -> NEVER.await())) {
            WireFailure known = failure(peer, _ -> {
                throw Fault.ours(Cause.BODY_TOO_LARGE, "It was too much.");
            });
            WireFailure ended = failure(peer, _ -> {
                throw new EOFException();
            });

            assertThat(known.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(known.failureCause()).isEqualTo(Cause.BODY_TOO_LARGE);
            assertThat(known.reason()).isEqualTo("It was too much.");
            assertThat(ended.failureCause()).isEqualTo(Cause.CONNECTION_RESET);
        }
    }

    @Test
    void placesArePassedByTheGuardOrNotGiven() throws Exception {
        Place place = Loopback.wire().locate("peer.example", in5());
        WireFailure refused =
                catchThrowableOfType(WireFailure.class, () -> Loopback.closed().locate("peer.example", in5()));

        assertThat(place.address()).isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
        assertThat(place.phases().dns()).isNotNull();
        assertThat(refused.failureCause()).isEqualTo(Cause.EGRESS_REFUSED);
        assertThat(refused.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private static WireFailure failure(Peer peer, Talk<String> talk) {
        return catchThrowableOfType(
                WireFailure.class, () -> Loopback.wire().converse("127.0.0.1", peer.port(), null, in5(), talk));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
