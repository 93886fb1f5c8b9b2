package io.bellwether.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.tls.Support;
import io.bellwether.core.posture.tls.TlsAnswer;
import io.bellwether.core.posture.tls.TlsAssessor;
import io.bellwether.core.posture.tls.TlsEvidence;
import io.bellwether.core.posture.tls.TlsLook;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Loopback;
import io.bellwether.platform.egress.Peer;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.courtesy.ClosedCourtesy;
import io.bellwether.probe.courtesy.Courtesy;
import io.bellwether.probe.courtesy.FreeCourtesy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsSweepTest extends SweepTests {

    @ParameterizedTest(name = "{0} with {1}: {2}, weak {3}, grade {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0300           | 000a           | SSL 3.0 | 64-bit block | F",
                "0300           | 0005           | SSL 3.0 | RC4 | F",
                "0300 0301      | 0035           | TLS 1.0,SSL 3.0 | static RSA | C",
                "0303           | c013 000a      | TLS 1.2 | 64-bit block | B",
                "0303           | 000a c013      | TLS 1.2 | 64-bit block | C",
                "0303           | 000a           | TLS 1.2 | 64-bit block | C",
                "0303           | c02f 0005      | TLS 1.2 | RC4 | C",
                "0301           | c013 0005      | TLS 1.0 | RC4 | C",
                "0303           | 0005           | TLS 1.2 | RC4 | F",
                "0303           | c02f 0003      | TLS 1.2 | NULL, anonymous or export | F",
                "0303           | c02f 003b      | TLS 1.2 | NULL, anonymous or export | F",
                "0303           | c02f 00a7      | TLS 1.2 | NULL, anonymous or export | F",
                "0303           | c02f 0009      | TLS 1.2 | NULL, anonymous or export | F",
                "0303           | c02f c016      | TLS 1.2 | NULL, anonymous or export | F",
                "0303           | c02f           | TLS 1.2 |  | A-"
            })
    void seesWhatNoServerOfTodaySays(String versions, String suites, String spoken, String weak, String grade)
            throws Exception {
        Peer.Manners server = ScriptedTls.answering(offer -> answer(offer, numbers(versions), numbers(suites)));
        AtomicInteger connections = new AtomicInteger();
        try (Peer peer = Peer.that(counting(connections, server))) {
            TlsEvidence evidence = sweep(peer.port());
            TlsLook look = evidence.looks().getFirst();
            Assessment assessment = new TlsAssessor().assess(evidence);

            assertThat(supported(look.versions())).as("%s", look).isEqualTo(spoken);
            assertThat(supported(look.classes())).as("%s", look).isEqualTo(weak == null ? "" : weak);
            assertThat(assessment.card())
                    .isNotNull()
                    .satisfies(card -> assertThat(card.grade())
                            .as("%s of %s", card.arithmetic(), look)
                            .isEqualTo(grade));
            assertThat(connections.get()).isEqualTo(evidence.connections()).isLessThanOrEqualTo(12);
        }
    }

    /** A browser cannot shake hands with it; what is told of it comes from what it says in the clear. */
    @Test
    void readsTheChainInTheClear() throws Exception {
        try (Peer peer = Peer.that(ScriptedTls.answering(offer -> answer(offer, List.of(0x0301), List.of(0xc013))))) {
            TlsLook look = sweep(peer.port()).looks().getFirst();

            assertThat(look.handshake().support()).isEqualTo(Support.UNKNOWN);
            assertThat(look.chain()).isNotNull().satisfies(chain -> {
                assertThat(chain.trusted()).isTrue();
                assertThat(chain.complete()).isTrue();
                assertThat(chain.nameMatches()).isTrue();
                assertThat(chain.names()).containsExactly("shop.example");
                assertThat(chain.certificates()).hasSize(1);
            });
            assertThat(look.stapled()).isFalse();
            assertThat(look.extendedMasterSecret()).isTrue();
            assertThat(look.protocol()).isEqualTo("h2");
        }
    }

    @Test
    void silenceIsNoAnswer() throws Exception {
        AtomicInteger hellos = new AtomicInteger();
        Peer.Manners tired = (in, out) -> {
            ScriptedTls.Offer offer = ScriptedTls.offer(in);
            if (hellos.incrementAndGet() <= 4) {
                out.write(answer(offer, List.of(0x0303), List.of(0xc02f)));
                out.flush();
            }
        };
        try (Peer peer = Peer.resetting(tired)) {
            TlsEvidence evidence = sweep(peer.port());
            TlsLook look = evidence.looks().getFirst();
            List<TlsAnswer> all = Stream.concat(look.versions().stream(), look.classes().stream())
                    .toList();

            assertThat(all.subList(0, 2))
                    .extracting(TlsAnswer::support)
                    .containsExactly(Support.NOT_SUPPORTED, Support.SUPPORTED);
            assertThat(all.subList(4, 9)).allMatch(answer -> answer.support() == Support.UNKNOWN);
            assertThat(all.getLast().seen()).contains("ceased to answer");
            assertThat(evidence.unknown()).isNull();
            assertThat(hellos.get()).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void whoSaysNothingAtAllIsUnknown() throws Exception {
        try (Peer peer = Peer.resetting((in, out) -> ScriptedTls.offer(in))) {
            TlsEvidence evidence = sweep(peer.port());

            assertThat(evidence.unknown()).contains("gave no answer in TLS").endsWith(".");
            assertThat(evidence.connections()).isEqualTo(5);
            assertThat(new TlsAssessor().assess(evidence).card())
                    .isNotNull()
                    .satisfies(card -> assertThat(card.grade()).isNull());
        }
    }

    @Test
    void whatMustNotBeReachedIsUnknown() {
        TlsSweep sweep = new TlsSweep(Loopback.tls(Optional.empty(), "10.0.0.1"));

        TlsEvidence evidence = sweep.of("shop.example", 443, now, 0, visit(), Loopback.in5());

        assertThat(evidence.unknown()).contains("10.0.0.1").contains("not a public address");
        assertThat(evidence.connections()).isZero();
    }

    @Test
    void drippingServersDoNotHoldItUp() throws Exception {
        Peer.Manners dripping = (in, out) -> {
            byte[] bytes = answer(ScriptedTls.offer(in), List.of(0x0303), List.of(0xc02f));
            for (byte each : bytes) {
                out.write(each);
                out.flush();
                Thread.sleep(100);
            }
        };
        try (Peer peer = Peer.that(dripping)) {
            long begun = System.nanoTime();
            TlsEvidence evidence =
                    sweeper().of("shop.example", peer.port(), now, 3, visit(), Deadline.in(Duration.ofMillis(700)));

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
            assertThat(evidence.looks().getFirst().classes()).allMatch(answer -> answer.support() == Support.UNKNOWN);
        }
    }

    @Test
    void endlessAnswersAreCutOff() throws Exception {
        Peer.Manners endless = (in, out) -> {
            ScriptedTls.offer(in);
            while (!Thread.currentThread().isInterrupted()) {
                out.write(new byte[] {22, 3, 3, 0, 0});
            }
        };
        try (Peer peer = Peer.that(endless)) {
            assertThat(sweep(peer.port()).unknown()).contains("longer than 65536 bytes");
        }
    }

    /** Browsers cannot use it, but it is there: told, and not called down. */
    @Test
    void aServerThatIsMerelyOldIsNotDown() throws Exception {
        FreeCourtesy courtesy = new FreeCourtesy(Loopback.wire());
        AtomicInteger connections = new AtomicInteger();
        Peer.Manners server =
                counting(connections, ScriptedTls.answering(offer -> answer(offer, List.of(0x0301), List.of(0xc013))));
        try (Peer peer = Peer.that(server)) {
            TlsProbe probe = new TlsProbe(Loopback.wire(), sweeper(), courtesy);
            Verdict verdict = probe.run(
                    new TlsProbe.Settings("Shop.example", peer.port(), null), new ProbeContext(now, Loopback.in5()));

            assertThat(verdict.outcome()).isEqualTo(Outcome.DEGRADED);
            assertThat(verdict.cause()).isEqualTo(Cause.TLS_TOO_WEAK);
            assertThat(verdict.reason()).contains("TLS 1.0").contains("tls-too-weak-for-modern-clients");
            assertThat(verdict.millis()).as("without the sweep").isNotNull();
            assertThat(courtesy.asked()).containsExactly("Shop.example 9 tls:" + peer.port());
            assertThat(verdict.evidence()).singleElement().isInstanceOfSatisfying(TlsEvidence.class, evidence -> {
                assertThat(evidence.target()).isEqualTo("shop.example:" + peer.port());
                assertThat(supported(evidence.looks().getFirst().versions())).isEqualTo("TLS 1.0");
                assertThat(evidence.connections()).isEqualTo(connections.get()).isLessThanOrEqualTo(12);
            });
        }
    }

    /** An error page seldom has the headers of the others. */
    @ParameterizedTest(name = "{0} {1}: page {2}")
    @CsvSource({
        "200 OK, '', true",
        "301 Moved Permanently, '', true",
        "200 OK, Strict-Transport-Security: max-age=9, true",
        "403 Forbidden, '', false",
        "405 Method Not Allowed, '', false",
        "429 Too Many Requests, '', false",
        "503 Service Unavailable, '', false",
        "403 Forbidden, strict-transport-security: max-age=9, true"
    })
    void anErrorIsNoPage(String status, String header, boolean page) throws Exception {
        String head = "HTTP/1.1 " + status + "\r\n" + (header.isEmpty() ? "" : header + "\r\n") + "\r\n";
        try (Peer peer = Peer.overTls(
                server().serverContext(),
                parameters -> parameters.setApplicationProtocols(new String[] {"http/1.1"}),
                Peer.saying(head))) {
            TlsLook look = sweep(peer.port()).looks().getFirst();

            assertThat(look.handshake().support()).isEqualTo(Support.SUPPORTED);
            assertThat(look.pageSeen()).isEqualTo(page);
            assertThat(look.strictTransportSecurity()).isEqualTo(header.isEmpty() ? null : "max-age=9");
        }
    }

    @ParameterizedTest(name = "sweep {0}, permitted {1}, confirms {2}: swept {3}")
    @CsvSource({
        "true, true, false, true",
        ", true, false, true",
        "false, true, false, false",
        "true, false, false, false",
        "true, true, true, false"
    })
    void sweepsWhereItMay(Boolean sweep, boolean permitted, boolean confirms, boolean swept) throws Exception {
        Courtesy courtesy = permitted ? new FreeCourtesy(Loopback.wire()) : new ClosedCourtesy();
        try (Peer peer = Peer.overTls(server().serverContext(), Peer.saying("HTTP/1.1 200 OK\r\n\r\n"))) {
            TlsProbe probe =
                    new TlsProbe(Loopback.trusting(authority.writePem(files.resolve("a.pem"))), sweeper(), courtesy);
            Verdict verdict = probe.run(
                    new TlsProbe.Settings("shop.example", peer.port(), sweep),
                    new ProbeContext(now, Loopback.in5(), confirms));

            assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
            assertThat(verdict.findings()).hasSize(3);
            assertThat(verdict.evidence()).hasSize(swept ? 1 : 0);
        }
    }

    private static List<Integer> numbers(String text) {
        return Stream.of(text.split(" "))
                .map(number -> Integer.parseInt(number, 16))
                .toList();
    }
}
