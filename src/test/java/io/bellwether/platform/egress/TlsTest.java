package io.bellwether.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.TestCertificates;
import io.bellwether.TestCertificates.Issued;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.TlsHandshake.Trust;
import io.bellwether.platform.hello.Flights;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.StandardConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    // Certificates are judged by the platform against the real time.
    private final Instant now = Clock.systemUTC().instant();
    private final TestCertificates authority = new TestCertificates(now);

    @TempDir
    private Path files;

    private Wire trusting;
    private Wire distrusting;

    @BeforeEach
    void authorities() {
        trusting = wire(Optional.of(authority.writePem(files.resolve("ca.pem"))));
        distrusting = wire(Optional.empty());
    }

    @Test
    void exchangesOverTlsAndTellsHow() throws Exception {
        Issued issued = valid("shop.example");
        try (Peer peer = Peer.overTls(issued.serverContext(), Peer.saying(OK))) {
            WireResponse response = trusting.exchange(WireRequest.get(https("shop.example", peer)), in5());

            assertThat(response.text()).isEqualTo("ok");
            assertThat(response.phases().tls()).isPositive();
            TlsHandshake tls = response.tls();
            assertThat(tls).isNotNull();
            assertThat(tls.protocol()).isEqualTo("TLSv1.3");
            assertThat(tls.cipher()).startsWith("TLS_");
            assertThat(tls.certificate()).isEqualTo(issued.certificate());
            assertThat(tls.trust()).isEqualTo(Trust.TRUSTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shakesHandsInFullEachTime(String protocol) throws Exception {
        try (Peer peer = Peer.overTls(
                valid("shop.example").serverContext(),
                parameters -> parameters.setProtocols(new String[] {protocol}),
                Peer.saying(OK))) {
            for (int i = 0; i < 3; i++) {
                TlsHandshake tls = trusting.exchange(WireRequest.get(https("shop.example", peer)), in5())
                        .tls();
                assertThat(tls).isNotNull();
                assertThat(tls.chain()).as("a resumed session shows no chain").hasSize(2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void carriesWhatTakesManyRecordsBothWays(String protocol) throws Exception {
        String text = "0123456789".repeat(30_000);
        Peer.Manners echo = (in, out) -> {
            Peer.head(in);
            byte[] body = in.readNBytes(text.length());
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
        };
        try (Peer peer = Peer.overTls(
                valid("shop.example").serverContext(),
                parameters -> parameters.setProtocols(new String[] {protocol}),
                echo)) {
            WireRequest request = WireRequest.post(https("shop.example", peer), "text/plain", text);

            assertThat(trusting.exchange(request, in5()).text()).isEqualTo(text);
        }
    }

    @Test
    void namesTheHostThatItWantsToTalkTo() throws Exception {
        List<SNIServerName> named = new CopyOnWriteArrayList<>();
        SNIMatcher listening = new SNIMatcher(StandardConstants.SNI_HOST_NAME) {
            @Override
            public boolean matches(SNIServerName name) {
                named.add(name);
                return true;
            }
        };
        try (Peer peer = Peer.overTls(
                valid("shop.example").serverContext(),
                parameters -> parameters.setSNIMatchers(List.of(listening)),
                Peer.saying(OK))) {
            trusting.exchange(WireRequest.get(https("shop.example", peer)), in5());

            assertThat(named).contains(new SNIHostName("shop.example"));
        }
    }

    @Test
    void nobodyIsTrustedWhoWasNotAdded() throws Exception {
        try (Peer peer = Peer.overTls(valid("shop.example").serverContext(), Peer.saying(OK))) {
            assertThat(failure(distrusting, "shop.example", peer)).isEqualTo(Cause.CERTIFICATE_UNTRUSTED);
            TlsHandshake seen =
                    distrusting.handshake("shop.example", peer.port(), in5()).handshake();
            assertThat(seen.trust()).isEqualTo(Trust.UNTRUSTED);
            assertThat(seen.distrust()).contains("Bellwether Test Authority");
            assertThat(seen.hostMatches()).isTrue();
            assertThat(seen.chain()).hasSize(2);
        }
    }

    @Test
    void anExpiredCertificateIsRefusedButShown() throws Exception {
        Issued expired = authority.issue(now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(1)), "shop.example");
        try (Peer peer = Peer.overTls(expired.serverContext(), Peer.saying(OK))) {
            assertThat(failure(trusting, "shop.example", peer)).isEqualTo(Cause.CERTIFICATE_EXPIRED);
            TlsReport report = trusting.handshake("shop.example", peer.port(), in5());
            assertThat(report.handshake().trust()).isEqualTo(Trust.OUTSIDE_VALIDITY);
            assertThat(report.handshake().certificate()).isEqualTo(expired.certificate());
            assertThat(report.phases().tls()).isPositive();
            assertThat(report.address()).isEqualTo("127.0.0.1");
        }
    }

    @ParameterizedTest(name = "a certificate for {0} fits {1}: {2}")
    @CsvSource({
        "shop.example.com, shop.example.com, true",
        "shop.example.com, SHOP.example.com, true",
        "shop.example.com, www.example.com, false",
        "*.example.com, www.example.com, true",
        "*.example.com, a.www.example.com, false",
        "*.example.com, example.com, false",
        "*.com, example.com, false",
        "w*.example.com, www.example.com, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.2, 127.0.0.1, false",
        "localhost, 127.0.0.1, false"
    })
    void matchesHostNames(String issuedFor, String asked, boolean fits) throws Exception {
        try (Peer peer = Peer.overTls(valid(issuedFor).serverContext(), Peer.saying(OK))) {
            assertThat(trusting.handshake(asked, peer.port(), in5()).handshake().hostMatches())
                    .isEqualTo(fits);
            if (!fits) {
                assertThat(failure(trusting, asked, peer)).isEqualTo(Cause.CERTIFICATE_WRONG_HOST);
            }
        }
    }

    /** Whether the service would work cannot be told; that it is there can. */
    @ParameterizedTest(name = "{0} {1}: {2}, because of {3}")
    @CsvSource({
        "0301, c013, TLS_TOO_WEAK, TLS 1.0",
        "0302, c013, TLS_TOO_WEAK, TLS 1.1",
        "0303, 000a, TLS_TOO_WEAK, TLS_RSA_WITH_3DES_EDE_CBC_SHA",
        "0303, 003b, TLS_TOO_WEAK, TLS_RSA_WITH_NULL_SHA256",
        "0303, c02f, TLS_FAILED, TLS with"
    })
    void aServerThatIsMerelyOldIsNotDown(String version, String suite, Cause cause, String words) throws Exception {
        try (Peer peer = Peer.that(always(Integer.parseInt(version, 16), Integer.parseInt(suite, 16)))) {
            WireFailure failure = catchThrowableOfType(
                    WireFailure.class, () -> trusting.exchange(WireRequest.get(https("shop.example", peer)), in5()));

            assertThat(failure.failureCause()).as(failure.reason()).isEqualTo(cause);
            assertThat(failure.outcome()).isEqualTo(cause == Cause.TLS_TOO_WEAK ? Outcome.UNKNOWN : Outcome.DOWN);
            assertThat(failure.reason()).contains(words);
        }
    }

    /** BoringSSL takes static RSA, the platform does not: where only that is tried the server is not to blame. */
    @ParameterizedTest(name = "{0}, identity {1}: {2}")
    @CsvSource({"009c, true, UNKNOWN", "009c, false, DOWN", "c02f, true, DOWN"})
    void whatOnlyWeCannotUseIsNotDown(String suite, boolean named, Outcome outcome) throws Exception {
        ClientIdentity identity = named ? identity() : null;
        try (Peer peer = Peer.that(always(0x0303, Integer.parseInt(suite, 16)))) {
            WireRequest request = WireRequest.get(https("shop.example", peer))
                    .route(new Route(IpVersion.ANY, HttpVersion.HTTP1, null, identity));
            WireFailure failure = catchThrowableOfType(WireFailure.class, () -> trusting.exchange(request, in5()));

            assertThat(failure.outcome()).as(failure.reason()).isEqualTo(outcome);
            assertThat(failure.failureCause()).isEqualTo(Cause.TLS_FAILED);
            if (outcome == Outcome.UNKNOWN) {
                assertThat(failure.reason())
                        .contains("chooses TLS_RSA_WITH_AES_128_GCM_SHA256, which we cannot use here");
            }
        }
    }

    @Test
    void aFileWithoutCertificatesIsRefusedAtStart() throws IOException {
        Path empty = Files.writeString(files.resolve("empty.pem"), "");

        assertThatThrownBy(() -> new Authorities(Optional.of(empty))).hasMessageContaining("BELLWETHER_TRUST");
        assertThatThrownBy(() -> new Authorities(Optional.of(files.resolve("none.pem"))))
                .hasMessageContaining("BELLWETHER_TRUST");
    }

    private Issued valid(String host) {
        return authority.issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(89)), host);
    }

    private static Peer.Manners always(int version, int suite) {
        byte[] answer = Flights.old(version, suite, List.of(new byte[9]), new byte[0], new byte[0]);
        return (in, out) -> {
            in.skipNBytes(3);
            in.skipNBytes(in.read() << 8 | in.read());
            out.write(answer);
            out.flush();
        };
    }

    private ClientIdentity identity() throws CertificateEncodingException {
        Issued ours = valid("client.example");
        return ClientIdentity.of(
                pem("CERTIFICATE", ours.certificate().getEncoded()),
                pem("PRIVATE KEY", ours.keys().getPrivate().getEncoded()));
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + what
                + "-----\n";
    }

    private static URI https(String host, Peer peer) {
        return URI.create("https://" + host + ":" + peer.port() + "/");
    }

    private static Cause failure(Wire wire, String host, Peer peer) {
        return catchThrowableOfType(WireFailure.class, () -> wire.exchange(WireRequest.get(https(host, peer)), in5()))
                .failureCause();
    }

    private static Wire wire(Optional<Path> pem) {
        Resolver loopback = (name, deadline) -> List.of(InetAddress.ofLiteral("127.0.0.1"));
        return new Wire(new EgressGuard(loopback, Optional.of(List.of("127.0.0.1"))), new Authorities(pem));
    }

    private static Deadline in5() {
        return Deadline.in(Duration.ofSeconds(5));
    }
}
