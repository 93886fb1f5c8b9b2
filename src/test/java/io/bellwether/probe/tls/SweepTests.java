package io.bellwether.probe.tls;

import io.bellwether.TestCertificates;
import io.bellwether.core.posture.tls.Support;
import io.bellwether.core.posture.tls.TlsAnswer;
import io.bellwether.core.posture.tls.TlsEvidence;
import io.bellwether.platform.egress.Loopback;
import io.bellwether.platform.egress.Peer;
import io.bellwether.platform.hello.Flights;
import io.bellwether.probe.courtesy.FreeCourtesy;
import io.bellwether.probe.courtesy.Visit;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are swept, and who sweeps them. */
abstract class SweepTests {

    final Instant now = Clock.systemUTC().instant();
    final TestCertificates authority = new TestCertificates(now);
    private final byte[] certificate = certificate();
    private static final byte[] CURVE = HexFormat.of().parseHex("0300170104");

    @TempDir
    Path files;

    final TlsEvidence sweep(int port) {
        return sweeper().of("shop.example", port, now, 0, visit(), Loopback.in5());
    }

    final TlsSweep sweeper() {
        return new TlsSweep(Loopback.tls(Optional.of(authority.writePem(files.resolve("authority.pem"))), "127.0.0.1"));
    }

    /** As a server that has an order of its own and knows nothing newer than TLS 1.2. */
    final byte[] answer(ScriptedTls.Offer offer, List<Integer> versions, List<Integer> suites) {
        int best = versions.stream()
                .filter(version -> version <= offer.version() && !offer.newest())
                .max(Integer::compare)
                .orElse(0);
        if (best == 0) {
            return Flights.alert(70);
        }
        return suites.stream()
                .filter(offer.suites()::contains)
                .findFirst()
                .map(suite -> Flights.old(
                        best, suite, List.of(certificate), new byte[0], suite >= 0xc000 ? CURVE : new byte[0]))
                .orElse(Flights.alert(40));
    }

    static Peer.Manners counting(AtomicInteger connections, Peer.Manners manners) {
        return (in, out) -> {
            connections.incrementAndGet();
            manners.serve(in, out);
        };
    }

    static String supported(List<TlsAnswer> answers) {
        return answers.stream()
                .filter(answer -> answer.support() == Support.SUPPORTED)
                .map(TlsAnswer::offer)
                .collect(Collectors.joining(","));
    }

    private byte[] certificate() {
        try {
            return server().certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    final TestCertificates.Issued server() {
        return authority.issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(80)), "shop.example");
    }

    static Visit visit() {
        return new FreeCourtesy(Loopback.wire()).visit("shop.example", TlsSweep.MOST_CONNECTIONS);
    }
}
