package io.bellwether.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.posture.tls.Support;
import io.bellwether.core.posture.tls.TlsAnswer;
import io.bellwether.core.posture.tls.TlsEvidence;
import io.bellwether.core.posture.tls.TlsLook;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Loopback;
import io.bellwether.platform.egress.Peer;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.courtesy.ClosedCourtesy;
import io.bellwether.probe.courtesy.Contact;
import io.bellwether.probe.courtesy.FreeCourtesy;
import io.bellwether.probe.courtesy.Visit;
import java.net.CookieHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many connections a sweep makes, and what is told when it may not make more. */
class SweepConnectionsTest extends SweepTests {

    @Test
    void neverMakesMoreThanTwelveConnectionsWhateverWasBefore() throws Exception {
        for (int before = 0; before <= 12; before++) {
            AtomicInteger connections = new AtomicInteger();
            Peer.Manners server = counting(
                    connections,
                    ScriptedTls.answering(offer -> answer(offer, List.of(0x0303, 0x0301), List.of(0xc02f, 0xc013))));
            try (Peer peer = Peer.that(server)) {
                TlsEvidence evidence = sweeper().of("shop.example", peer.port(), now, before, visit(), Loopback.in5());

                assertThat(evidence.connections())
                        .isEqualTo(before + connections.get())
                        .isLessThanOrEqualTo(12);
            }
        }
    }

    @Test
    void severalAddressesShareTheConnections() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        Peer.Manners server =
                counting(connections, ScriptedTls.answering(offer -> answer(offer, List.of(0x0303), List.of(0xc02f))));
        try (Peer peer = Peer.that(server)) {
            TlsSweep sweep = new TlsSweep(Loopback.tls(
                    Optional.of(authority.writePem(files.resolve("a.pem"))),
                    "127.0.0.1",
                    "127.0.0.2",
                    "127.0.0.3",
                    "127.0.0.4"));
            TlsEvidence evidence = sweep.of("shop.example", peer.port(), now, 1, visit(), Loopback.in5());

            assertThat(evidence.connections()).isEqualTo(12);
            assertThat(evidence.looks()).extracting(TlsLook::address).containsExactly("127.0.0.1", "127.0.0.2");
            assertThat(evidence.addressesLeft()).containsExactly("127.0.0.3", "127.0.0.4");
        }
    }

    @Test
    void everyConnectionIsAContactOfItsVisit() throws Exception {
        FreeCourtesy courtesy = new FreeCourtesy(Loopback.wire());
        try (Peer peer = Peer.that(ScriptedTls.answering(offer -> answer(offer, List.of(0x0303), List.of(0xc02f))))) {
            TlsEvidence evidence = sweeper()
                    .of("shop.example", peer.port(), now, 0, courtesy.visit("shop.example", 12), Loopback.in5());

            assertThat(courtesy.contacts()).isEqualTo(evidence.connections());
        }
    }

    /** That we spare it, or have no time, is none of the server's doing. */
    @ParameterizedTest(name = "{0} connections allowed: {1}")
    @CsvSource({
        "0, shop.example was not asked: The daily budget is used up.",
        "1, shop.example gave no answer in TLS: TLS with shop.example",
        "3, "
    })
    void ourOwnRefusalIsNoSilence(int allowed, @Nullable String unknown) throws Exception {
        try (Peer peer = Peer.that(ScriptedTls.answering(offer -> answer(offer, List.of(0x0303), List.of(0xc02f))))) {
            TlsEvidence evidence = sweeper()
                    .of("shop.example", peer.port(), now, 0, new Allowance(new AtomicInteger(allowed)), Loopback.in5());
            TlsAnswer last = evidence.looks().getFirst().classes().getLast();

            assertThat(evidence.connections()).isEqualTo(allowed);
            assertThat(last.support()).isEqualTo(Support.UNKNOWN);
            assertThat(last.seen()).isEqualTo("not asked: The daily budget is used up");
            if (unknown == null) {
                assertThat(evidence.unknown()).isNull();
            } else {
                assertThat(evidence.unknown()).startsWith(unknown);
            }
        }
    }

    @Test
    void aPastDeadlineIsNoSilence() {
        TlsEvidence evidence = sweeper().of("127.0.0.1", 443, now, 0, visit(), Deadline.in(Duration.ZERO));

        assertThat(evidence.unknown()).isEqualTo("127.0.0.1 was not asked, for the time was over.");
        assertThat(evidence.connections()).isZero();
    }

    /** One library cannot talk to the server, the other can. */
    @Test
    void aSecondOpinionIsCounted() throws Exception {
        Wire wire = Loopback.trusting(authority.writePem(files.resolve("a.pem")));
        try (Peer peer = Peer.overTls(server().serverContext(), Peer.saying("HTTP/1.1 200 OK\r\n\r\n"));
                CountingRelay relay = new CountingRelay(peer.port(), 1)) {
            FreeCourtesy courtesy = new FreeCourtesy(wire);
            Verdict verdict = new TlsProbe(wire, sweeper(), courtesy)
                    .run(
                            new TlsProbe.Settings("shop.example", relay.port(), null),
                            new ProbeContext(now, Loopback.in5()));

            assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
            assertThat(courtesy.asked()).containsExactly("shop.example 10 tls:" + relay.port());
            assertThat(verdict.evidence())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            TlsEvidence.class,
                            evidence -> assertThat(evidence.connections()).isEqualTo(relay.connections()));
        }
    }

    /** For so many connections and no more. */
    private record Allowance(AtomicInteger left) implements Visit {

        @Override
        public <T> T contact(Deadline deadline, Contact<T> contact) throws WireFailure {
            if (left.getAndDecrement() <= 0) {
                throw new WireFailure(Outcome.UNKNOWN, Cause.CIRCUIT_OPEN, ClosedCourtesy.REASON, Phases.NONE);
            }
            return contact.make();
        }

        @Override
        public WireResponse exchange(WireRequest request, @Nullable CookieHandler cookies, Deadline deadline) {
            throw new UnsupportedOperationException();
        }
    }
}
