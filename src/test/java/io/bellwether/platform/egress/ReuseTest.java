package io.bellwether.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.bellwether.TestCertificates;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReuseTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicReference<String> address = new AtomicReference<>("127.0.0.1");
    private final IdleLines idle = new IdleLines(10, PATIENCE);
    private final Wire wire = wire(idle, Optional.empty());

    @TempDir
    private Path files;

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok"
            })
    void theNextExchangeGoesOverTheSameConnection(String answer) throws Exception {
        try (Peer peer = Peer.that(KeepingPeer.saying(answer))) {
            WireResponse first = wire.exchange(get(peer), in5());
            WireResponse second = wire.exchange(get(peer), in5());

            assertThat(peer.connections()).isEqualTo(1);
            assertThat(first.reused()).isFalse();
            assertThat(first.phases().connect()).isPositive();
            assertThat(second.reused()).isTrue();
            assertThat(second.phases().dns()).isNull();
            assertThat(second.phases().connect()).isNull();
            assertThat(second.phases().firstByte()).isPositive();
            assertThat(second.millis()).isGreaterThanOrEqualTo(second.phases().firstByte());
            assertThat(second.text()).isEqualTo(first.text());
        }
    }

    @Test
    void anEncryptedConnectionTellsOnOfItsHandshake() throws Exception {
        Instant now = Clock.systemUTC().instant();
        TestCertificates authority = new TestCertificates(now);
        var issued = authority.issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), "kept.example");
        Wire trusting = wire(idle, Optional.of(authority.writePem(files.resolve("ca.pem"))));
        try (Peer peer = Peer.overTls(issued.serverContext(), KeepingPeer.saying(OK))) {
            WireRequest request = get(URI.create("https://kept.example:" + peer.port() + "/"));
            TlsHandshake first = trusting.exchange(request, in5()).tls();
            WireResponse second = trusting.exchange(request, in5());

            assertThat(peer.connections()).isEqualTo(1);
            assertThat(second.phases().tls()).isNull();
            assertThat(second.tls()).isNotNull().isEqualTo(first);
        }
    }

    @Test
    void withoutBeingAskedForNothingIsKept() throws Exception {
        try (Peer peer = Peer.that(KeepingPeer.saying(OK))) {
            wire.exchange(WireRequest.get(uri(peer)), in5());
            wire.exchange(get(peer), in5());
            wire.exchange(WireRequest.get(uri(peer)), in5());

            assertThat(peer.connections()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
                OK + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"
            })
    void whatCannotBeTrustedToBeFreeIsNotUsedAgain(String answer) throws Exception {
        try (Peer peer = Peer.that(KeepingPeer.saying(answer))) {
            wire.exchange(get(peer), in5());
            WireResponse second = wire.exchange(get(peer), in5());

            assertThat(peer.connections()).isEqualTo(2);
            assertThat(second.reused()).isFalse();
            assertThat(second.text()).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aConnectionThatWasClosedMeanwhileIsReplaced(String method) throws Exception {
        try (Peer peer = Peer.answering(OK)) {
            wire.exchange(get(peer), in5());
            await().until(() -> peer.isLeft(0));
            WireResponse second =
                    wire.exchange(WireRequest.of(method, uri(peer), null).route(Route.DIRECT.reusing()), in5());

            assertThat(peer.connections()).isEqualTo(2);
            assertThat(second.reused()).isFalse();
            assertThat(second.phases().connect()).isPositive();
        }
    }

    @Test
    void aConnectionThatIsClosedOverTheRequestIsReplaced() throws Exception {
        try (Peer peer = Peer.that(KeepingPeer.saying(OK, ""))) {
            wire.exchange(get(peer), in5());
            WireResponse second = wire.exchange(get(peer), in5());

            assertThat(peer.connections()).isEqualTo(2);
            assertThat(second.text()).isEqualTo("ok");
            assertThat(second.reused()).isFalse();
        }
    }

    @Test
    void whatMayHaveBeenDoneIsNotDoneAgainAndNobodyIsBlamed() throws Exception {
        try (Peer peer = Peer.that(KeepingPeer.saying(OK, ""))) {
            wire.exchange(get(peer), in5());
            WireRequest post = WireRequest.post(uri(peer), "text/plain", "").route(Route.DIRECT.reusing());
            WireFailure failure = catchThrowableOfType(WireFailure.class, () -> wire.exchange(post, in5()));

            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(failure.failureCause()).isEqualTo(Cause.CONNECTION_RESET);
            assertThat(failure.reason()).endsWith("a POST is not sent twice.");
            assertThat(peer.connections()).isEqualTo(1);
        }
    }

    @Test
    void silenceOnAKeptConnectionBlamesNobody() throws Exception {
        try (Peer peer = Peer.that(KeepingPeer.sayingAndThenNothing(OK))) {
            wire.exchange(get(peer), in5());
            Deadline soon = Deadline.in(Duration.ofMillis(300));
            WireFailure failure = catchThrowableOfType(WireFailure.class, () -> wire.exchange(get(peer), soon));

            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(failure.failureCause()).isEqualTo(Cause.DEADLINE);
            assertThat(idle.size()).isZero();
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({"HTTP/1.1 200 O, CONNECTION_RESET", "garbage\\r\\n, PROTOCOL_ERROR"})
    void whoBeginsToAnswerAndBreaksOffIsBlamed(String begun, Cause cause) throws Exception {
        try (Peer peer = Peer.that(KeepingPeer.saying(OK, begun.translateEscapes()))) {
            wire.exchange(get(peer), in5());
            WireFailure failure = catchThrowableOfType(WireFailure.class, () -> wire.exchange(get(peer), in5()));

            assertThat(failure.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(failure.failureCause()).isEqualTo(cause);
            assertThat(peer.connections()).isEqualTo(1);
            assertThat(idle.size()).isZero();
        }
    }

    @Test
    void aNameThatLeadsElsewhereIsFollowed() throws Exception {
        try (Peer peer = Peer.that(KeepingPeer.saying(OK));
                Peer other = Peer.on("127.0.0.2", peer.port(), KeepingPeer.saying(OK))) {
            wire.exchange(get(peer), in5());
            address.set("127.0.0.2");
            WireResponse second = wire.exchange(get(peer), in5());

            assertThat(other.connections()).isEqualTo(1);
            assertThat(second.address()).isEqualTo("127.0.0.2");
            assertThat(second.reused()).isFalse();
        }
    }

    @Test
    void aNameThatBecomesPrivateIsRefused() throws Exception {
        try (Peer peer = Peer.that(KeepingPeer.saying(OK))) {
            wire.exchange(get(peer), in5());
            address.set("10.0.0.1");
            WireFailure failure = catchThrowableOfType(WireFailure.class, () -> wire.exchange(get(peer), in5()));

            assertThat(failure.failureCause()).isEqualTo(Cause.EGRESS_REFUSED);
            assertThat(idle.size()).isZero();
        }
    }

    @Test
    void anotherWayIsAnotherConnection() throws Exception {
        Route ipv4 = new Route(IpVersion.IPV4, HttpVersion.HTTP1, null, null, true);
        try (Peer peer = Peer.that(KeepingPeer.saying(OK))) {
            wire.exchange(get(peer), in5());
            wire.exchange(get(peer).route(ipv4), in5());
            wire.exchange(get(URI.create("http://127.0.0.1:" + peer.port() + "/")), in5());

            assertThat(peer.connections()).isEqualTo(3);
        }
    }

    @Test
    void ofARedirectThatIsFollowedOnlyTheLastConnectionIsKept() throws Exception {
        try (Peer peer = Peer.that(KeepingPeer.saying(OK));
                Peer old = Peer.that(
                        KeepingPeer.saying("HTTP/1.1 301 Moved\r\nContent-Length: 9\r\nLocation: http://kept.example:"
                                + peer.port() + "/\r\n\r\nelsewhere"))) {
            wire.exchange(get(old), in5());
            WireResponse second = wire.exchange(get(old), in5());

            assertThat(old.connections()).isEqualTo(2);
            assertThat(peer.connections()).isEqualTo(1);
            assertThat(second.reused()).isTrue();
            assertThat(second.phases().connect()).as("of the redirect").isPositive();
        }
    }

    @Test
    void keepsNoMoreThanItMay() throws Exception {
        IdleLines one = new IdleLines(1, PATIENCE);
        Wire small = wire(one, Optional.empty());
        try (Peer first = Peer.that(KeepingPeer.saying(OK));
                Peer second = Peer.that(KeepingPeer.saying(OK))) {
            small.exchange(get(first), in5());
            small.exchange(get(second), in5());

            await().until(() -> second.isLeft(0));
            assertThat(one.size()).isEqualTo(1);
            assertThat(small.exchange(get(first), in5()).reused()).isTrue();
        }
    }

    @Test
    void whatNobodyUsesIsClosed() throws Exception {
        IdleLines hasty = new IdleLines(10, Duration.ofMillis(50));
        try (Peer peer = Peer.that(KeepingPeer.saying(OK))) {
            wire(hasty, Optional.empty()).exchange(get(peer), in5());

            await().until(() -> peer.isLeft(0));
            assertThat(hasty.size()).isZero();
        }
    }

    @Test
    void atTheEndAllAreClosedAndNoneIsKeptAnyMore() throws Exception {
        try (Peer peer = Peer.that(KeepingPeer.saying(OK))) {
            wire.exchange(get(peer), in5());
            wire.stop();
            await().until(() -> peer.isLeft(0));
            wire.exchange(get(peer), in5());

            await().until(() -> peer.isLeft(1));
            assertThat(idle.size()).isZero();
        }
    }

    private Wire wire(IdleLines lines, Optional<Path> trust) {
        Resolver resolver = (_, _) -> List.of(InetAddress.ofLiteral(address.get()));
        EgressGuard guard = new EgressGuard(resolver, Optional.of(List.of("127.0.0.0/8")));
        return new Wire(guard, new Authorities(trust), lines);
    }

    private static WireRequest get(Peer peer) {
        return get(uri(peer));
    }

    private static WireRequest get(URI uri) {
        return WireRequest.get(uri).route(Route.DIRECT.reusing());
    }

    private static URI uri(Peer peer) {
        return URI.create("http://kept.example:" + peer.port() + "/");
    }

    private static Deadline in5() {
        return Deadline.in(Duration.ofSeconds(5));
    }
}
