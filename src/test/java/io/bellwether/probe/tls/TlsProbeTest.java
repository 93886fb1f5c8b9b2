package io.bellwether.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.TestCertificates;
import io.bellwether.TestCertificates.Issued;
import io.bellwether.core.Cause;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.platform.egress.ClientIdentity;
import io.bellwether.platform.egress.TlsHandshake;
import io.bellwether.platform.egress.TlsHandshake.Trust;
import io.bellwether.platform.egress.TlsReport;
import io.bellwether.probe.PlainHost;
import io.bellwether.probe.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsProbeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final TlsProbe.Settings SETTINGS = new TlsProbe.Settings("shop.example", null, null);
    /** With a user's name as Windows writes it, which is of a form of its own, before those of a host, a directory and a mailbox. */
    private static final String OTHER_NAMES = """
            -----BEGIN CERTIFICATE-----
            MIIBsjCCAVigAwIBAgIUCNF61HOX995SWs13nBtcjY+14/YwCgYIKoZIzj0EAwIw
            FzEVMBMGA1UEAwwMc2hvcC5leGFtcGxlMB4XDTI2MTEyMzEzMjEzNFoXDTM2MTEy
            MDEzMjEzNFowFzEVMBMGA1UEAwwMc2hvcC5leGFtcGxlMFkwEwYHKoZIzj0CAQYI
            KoZIzj0DAQcDQgAEaOX0h/RaLSZQBWKRqXgTCfuZNdNXrgan+iCrsWoRRuYBk2hS
            N+4h6614QJoJM6TtA0EeOiD/8feOXbwm5YvQWKOBgTB/MF4GA1UdEQRXMFWgIQYK
            KwYBBAGCNxQCA6ATDBF1c2VyQHNob3AuZXhhbXBsZYIMc2hvcC5leGFtcGxlpBEw
            DzENMAsGA1UEAwwEU2hvcIEPaXRAc2hvcC5leGFtcGxlMB0GA1UdDgQWBBS+Z93G
            gnlVCBCctG05LHCiTjV+EjAKBggqhkjOPQQDAgNIADBFAiEAogM8LIwRyyit+48A
            jzL/CDqJww2aTUJ0dFeiiRxSs/8CIHhIS4qKpuw+5yUb7aH1+18blR0k8WMh2sMe
            1Dt+ryH8
            -----END CERTIFICATE-----
            """;

    private static final TestCertificates AUTHORITY = new TestCertificates(NOW);

    @ParameterizedTest(name = "{1} of {0} days left is {2}")
    @CsvSource({
        "398, 30.1, PASS",
        "398, 29.9, WARN",
        "398, 7.1, WARN",
        "398, 6.9, FAIL",
        "90, 30, PASS",
        "90, 18.1, PASS",
        "90, 17.9, WARN",
        "90, 6.9, FAIL",
        "47, 15.7, PASS",
        "47, 9.5, PASS",
        "47, 9.3, WARN",
        "47, 4.6, FAIL",
        "6, 2, PASS",
        "6, 1.1, WARN",
        "6, 0.5, FAIL",
        "90, 0, FAIL",
        "90, -1, FAIL"
    })
    void judgesACertificateByItsOwnLifetime(int days, double left, CheckOutcome state) {
        Instant end = NOW.plus(days(left));

        assertThat(new Lifetime(end.minus(Duration.ofDays(days)), end, NOW).state())
                .isEqualTo(state);
    }

    @ParameterizedTest(name = "{0} days left, {1}, named {2}: {3} {4}")
    @CsvSource({
        "60, TRUSTED, true, UP, OK",
        "10, TRUSTED, true, DEGRADED, CERTIFICATE_EXPIRING",
        "2, TRUSTED, true, DEGRADED, CERTIFICATE_EXPIRING",
        "-1, OUTSIDE_VALIDITY, true, DOWN, CERTIFICATE_EXPIRED",
        "-1, UNTRUSTED, true, DOWN, CERTIFICATE_EXPIRED",
        "60, OUTSIDE_VALIDITY, true, DOWN, CERTIFICATE_EXPIRED",
        "60, UNTRUSTED, true, DOWN, CERTIFICATE_UNTRUSTED",
        "60, UNTRUSTED, false, DOWN, CERTIFICATE_UNTRUSTED",
        "60, TRUSTED, false, DOWN, CERTIFICATE_WRONG_HOST",
        "2, TRUSTED, false, DOWN, CERTIFICATE_WRONG_HOST"
    })
    void judgesWhatUsersWouldMeet(int left, Trust trust, boolean named, Outcome outcome, Cause cause) {
        Verdict verdict = TlsProbe.judge(SETTINGS, report(left, trust, named), NOW);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.reason()).contains("shop.example").endsWith(".");
    }

    @ParameterizedTest(name = "{0} days left, {1}, named {2}: expiry {3}, chain {4}, name {5}")
    @CsvSource({
        "60, TRUSTED, true, PASS, PASS, PASS",
        "10, TRUSTED, true, WARN, PASS, PASS",
        "2, TRUSTED, false, FAIL, PASS, FAIL",
        "-1, OUTSIDE_VALIDITY, true, FAIL, UNKNOWN, PASS",
        "60, UNTRUSTED, true, PASS, FAIL, PASS"
    })
    void findsTheStateOfEachCheck(int left, Trust trust, boolean named, String expiry, String chain, String name) {
        Map<String, Finding> found = TlsProbe.judge(SETTINGS, report(left, trust, named), NOW).findings().stream()
                .collect(Collectors.toMap(Finding::signal, finding -> finding));

        assertThat(found).hasSize(3);
        assertThat(found.get("tls-certificate-expiry").value()).isEqualTo(expiry);
        assertThat(found.get("tls-chain").value()).isEqualTo(chain);
        assertThat(found.get("tls-host-name").value()).isEqualTo(name);
        assertThat(found.get("tls-certificate-expiry").key()).isEqualTo("tls:shop.example:443:certificate-expiry");
        assertThat(found.get("tls-certificate-expiry").detail())
                .containsEntry("host", "shop.example")
                .containsEntry("daysLeft", (double) left)
                .containsKeys("notAfter", "issuer");
        assertThat(found.values()).allMatch(finding -> finding.dimension() == Dimension.SECURITY);
    }

    @Test
    void keepsTheCertificateAsEvidence() {
        Map<String, Object> detail =
                TlsProbe.judge(SETTINGS, report(60, Trust.TRUSTED, true), NOW).detail();

        assertThat(detail)
                .containsEntry("subject", "CN=shop.example")
                .containsEntry("issuer", "CN=Bellwether Test Authority")
                .containsEntry("sans", List.of("shop.example", "www.shop.example"))
                .containsEntry("daysLeft", 60.0)
                .containsEntry("lifetimeDays", 90.0)
                .containsEntry("protocol", "TLSv1.3")
                .containsEntry("chainLength", 2)
                .containsEntry("keyType", "EC")
                .containsEntry("keySize", 256);
    }

    @Test
    void namesThatAreNoTextAreLeftOut() {
        assertThat(CertificateDetail.names(ClientIdentity.chain(OTHER_NAMES).getFirst()))
                .containsExactly("shop.example", "CN=Shop", "it@shop.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "https://a.example", "a.example:443", "a.example/x", "user@a.example", "a b", ".a", "-a"})
    void refusesWhatIsNoHost(String host) {
        assertThat(new PlainHost().fault(host)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.example", "a.example.", "a", "127.0.0.1", "::1", "[::1]", "xn--bcher-kva.example"})
    void takesHostsAndAddresses(String host) {
        assertThat(new PlainHost().fault(host)).isNull();
    }

    private static TlsReport report(int daysLeft, Trust trust, boolean hostMatches) {
        Instant end = NOW.plus(Duration.ofDays(daysLeft));
        Issued issued = AUTHORITY.issue(end.minus(Duration.ofDays(90)), end, "shop.example", "www.shop.example");
        @Nullable String distrust = trust == Trust.TRUSTED ? null : "so it is said.";
        return new TlsReport(
                new TlsHandshake(
                        "TLSv1.3", "TLS_AES_128_GCM_SHA256", issued.chain(), trust, distrust, false, hostMatches),
                "93.184.216.34",
                Phases.NONE,
                10,
                1);
    }

    private static Duration days(double days) {
        return Duration.ofSeconds(Math.round(days * 86_400));
    }
}
