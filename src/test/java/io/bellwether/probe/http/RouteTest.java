package io.bellwether.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.TestCertificates;
import io.bellwether.TestCertificates.Issued;
import io.bellwether.TestPorts;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.probe.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

    private static final Vendor.Manners FINE = _ -> new Vendor.Reply(200, "fine");

    @TempDir
    private Path files;

    @ParameterizedTest(name = "over {0}: {1}")
    @CsvSource({"IPV4, UP, OK", "ANY, UP, OK", "IPV6, DOWN, DNS_NO_ADDRESS"})
    void goesOverTheVersionThatIsAskedFor(String version, Outcome outcome, Cause cause) {
        try (Vendor vendor = Vendor.that(FINE)) {
            String url = "http://vendor.example:" + vendor.port() + "/";

            Verdict verdict = HttpLab.open().run("url", url, "ipVersion", version);

            assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(outcome);
            assertThat(verdict.cause()).isEqualTo(cause);
            if (cause != Cause.OK) {
                assertThat(verdict.reason()).isEqualTo("vendor.example has no IPv6 address.");
            }
        }
    }

    @Test
    void goesThroughAProxyAndSaysSo() throws IOException {
        try (Vendor vendor = Vendor.that(FINE);
                ConnectProxy proxy = ConnectProxy.willing()) {
            Verdict verdict = HttpLab.open()
                    .run(
                            "url",
                            "http://far.example:" + vendor.port() + "/",
                            "proxy",
                            Map.of("host", "127.0.0.1", "port", proxy.port(), "username", "u", "password", "p4ssw0rd"));

            assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
            assertThat(verdict.detail()).containsEntry("via", "proxy 127.0.0.1:" + proxy.port());
            assertThat(verdict.phases().connect()).isPositive();
            assertThat(proxy.heads().getFirst())
                    .startsWith("CONNECT far.example:" + vendor.port() + " HTTP/1.1\r\n")
                    .contains("Proxy-Authorization: Basic dTpwNHNzdzByZA==\r\n");
            assertThat(vendor.requests().getFirst().header("Proxy-Authorization"))
                    .isNull();
        }
    }

    @Test
    void speaksTlsWithTheVendorThroughTheProxy() throws Exception {
        TestCertificates authority = new TestCertificates(now());
        Issued server = valid(authority, "far.example");
        Issued client = valid(authority, "client.example");
        try (Vendor vendor = Vendor.asking(Pem.trusting(server), FINE);
                ConnectProxy proxy = ConnectProxy.willing()) {
            HttpLab lab = new HttpLab(authority.writePem(files.resolve("ca.pem")), "127.0.0.1");
            Verdict verdict = lab.run(
                    "url", "https://far.example:" + vendor.port() + "/",
                    "auth", mtls(client),
                    "proxy", Map.of("host", "127.0.0.1", "port", proxy.port()));

            assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
            assertThat(verdict.phases().tls()).isPositive();
            assertThat(verdict.phases().dns()).isNull();
        }
    }

    @Test
    void aProxyThatTheOperatorHasNotOpenedIsNotUsed() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.willing()) {
            Map<String, Object> settings = Map.of("host", "127.0.0.1", "port", proxy.port());
            Verdict closed = new HttpLab(null).run("proxy", settings);
            Verdict open = new HttpLab(null, "198.51.100.1").run("proxy", Map.of("host", "93.184.216.34", "port", 1));

            assertThat(closed.cause()).isEqualTo(Cause.EGRESS_REFUSED);
            assertThat(open.cause()).as("a public proxy too").isEqualTo(Cause.EGRESS_REFUSED);
            assertThat(open.reason()).contains("proxy 93.184.216.34", "BELLWETHER_EGRESS_ALLOW");
            assertThat(proxy.heads()).isEmpty();
        }
    }

    @Test
    void aProxyIsNoWayToPrivateAddresses() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.willing()) {
            Verdict verdict = HttpLab.open()
                    .run("url", "http://10.0.0.1/", "proxy", Map.of("host", "127.0.0.1", "port", proxy.port()));

            assertThat(verdict.cause()).isEqualTo(Cause.EGRESS_REFUSED);
            assertThat(proxy.heads()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} is ours: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 407 Proxy Authentication Required | NOT_CONFIGURED      | wants another user or password
            HTTP/1.1 502 Bad Gateway                   | NETWORK_UNREACHABLE | it answered with status 502
            SSH-2.0-OpenSSH                            | NETWORK_UNREACHABLE | it answered something that is not HTTP
            """)
    void whatAProxyDoesWrongIsNotTheVendorsFault(String status, Cause cause, String words) throws IOException {
        try (ConnectProxy proxy = ConnectProxy.answering(status + "\r\n\r\n")) {
            Verdict verdict = HttpLab.open().run("proxy", Map.of("host", "127.0.0.1", "port", proxy.port()));

            assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(verdict.cause()).isEqualTo(cause);
            assertThat(verdict.reason()).contains("The proxy 127.0.0.1:" + proxy.port(), words);
        }
    }

    @Test
    void aProxyThatIsNotThereIsNotTheVendorsFault() {
        int port = TestPorts.free(1);

        Verdict verdict = HttpLab.open().run("proxy", Map.of("host", "127.0.0.1", "port", port));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.reason()).startsWith("The proxy 127.0.0.1:" + port + " was not reached");
    }

    @Test
    void showsItsCertificateToWhoAsks() {
        TestCertificates authority = new TestCertificates(now());
        try (Vendor vendor = Vendor.asking(Pem.trusting(valid(authority, "vendor.example")), FINE)) {
            HttpLab lab = new HttpLab(authority.writePem(files.resolve("ca.pem")), "127.0.0.1");
            String url = "https://vendor.example:" + vendor.port() + "/";

            Verdict known = lab.run("url", url, "auth", mtls(valid(authority, "client.example")));
            Verdict unnamed = lab.run("url", url);
            Verdict stranger = lab.run("url", url, "auth", mtls(valid(new TestCertificates(now()), "client.example")));

            assertThat(known.outcome()).as(known.reason()).isEqualTo(Outcome.UP);
            assertThat(unnamed.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(stranger.outcome()).isEqualTo(Outcome.DOWN);
        }
    }

    @Test
    void acceptsKeysInEveryUsualForm() {
        Issued issued = valid(new TestCertificates(now()), "client.example");

        for (String key : new String[] {Pem.key(issued), Pem.ecKey(issued)}) {
            assertThat(HttpLab.faults(
                            "auth", Map.of("mtls", Map.of("certificate", Pem.chain(issued), "privateKey", key))))
                    .isEmpty();
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        TestCertificates authority = new TestCertificates(now());
        String certificate = Pem.chain(valid(authority, "one.example"));
        String key = Pem.key(valid(authority, "other.example"));

        assertThat(HttpLab.faults("auth", Map.of("mtls", Map.of("certificate", certificate, "privateKey", key))))
                .containsExactly("/settings/auth/mtls The privateKey does not belong to the first certificate.");
    }

    @Test
    void aCertificateOfOursThatHasEndedIsNotTheVendorsFault() {
        Issued ended = new TestCertificates(now())
                .issue(now().minus(Duration.ofDays(2)), now().minus(Duration.ofDays(1)), "client.example");

        Verdict verdict = HttpLab.open().run("auth", mtls(ended));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
        assertThat(verdict.reason()).startsWith("Our own certificate in auth.mtls ended at ");
    }

    private static Map<String, Object> mtls(Issued issued) {
        return Map.of("mtls", Map.of("certificate", Pem.chain(issued), "privateKey", Pem.key(issued)));
    }

    private static Issued valid(TestCertificates authority, String host) {
        return authority.issue(now().minus(Duration.ofDays(1)), now().plus(Duration.ofDays(89)), host);
    }

    /** Certificates are judged by the platform against the real time. */
    private static Instant now() {
        return Clock.systemUTC().instant();
    }
}
