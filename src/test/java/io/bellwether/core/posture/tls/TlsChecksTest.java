package io.bellwether.core.posture.tls;

import static io.bellwether.core.posture.tls.Sightings.NOW;
import static io.bellwether.core.posture.tls.Sightings.certificate;
import static io.bellwether.core.posture.tls.Sightings.chain;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.ResultCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TlsChecksTest {

    private static final String CHAINED = "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA";

    @Test
    void nothingToReproachTakesNothing() {
        assertThat(results(new Sightings()))
                .hasSameSizeAs(TlsRules.SET.checks())
                .allMatch(result -> result.outcome() == CheckOutcome.PASS && result.points() == 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seen")
    void answers(String code, Sightings seen) {
        CheckRule rule = TlsRules.SET.checks().stream()
                .filter(check -> check.code(code).isPresent())
                .findFirst()
                .orElseThrow();

        assertThat(result(rule.id(), seen).resultCode()).isEqualTo(code);
    }

    static Stream<Arguments> seen() {
        return Stream.of(
                Arguments.of("tls-protocols-modern", new Sightings()),
                Arguments.of("tls-protocols-modern", new Sightings().version(TlsAnswer.TLS_1_2, null)),
                Arguments.of("tls-protocols-without-1-3", only(TlsAnswer.TLS_1_2)),
                Arguments.of("tls-protocols-outdated-offered", new Sightings().version(TlsAnswer.TLS_1_0, CHAINED)),
                Arguments.of(
                        "tls-protocols-outdated-offered",
                        only(TlsAnswer.TLS_1_1).unclear(TlsAnswer.TLS_1_2)),
                Arguments.of("tls-protocols-outdated-only", only(TlsAnswer.TLS_1_1)),
                Arguments.of("tls-protocols-ssl-3-offered", new Sightings().version(TlsAnswer.SSL_3, CHAINED)),
                Arguments.of("tls-weak-ciphers-64-bit", weak(TlsAnswer.SHORT_BLOCK, "TLS_RSA_WITH_3DES_EDE_CBC_SHA")),
                Arguments.of(
                        "tls-weak-ciphers-rc4",
                        weak(TlsAnswer.RC4, "TLS_RSA_WITH_RC4_128_SHA").unclear(TlsAnswer.BROKEN)),
                Arguments.of("tls-weak-ciphers-broken", weak(TlsAnswer.BROKEN, "TLS_RSA_WITH_NULL_SHA")),
                Arguments.of(
                        "tls-forward-secrecy-preferred", weak(TlsAnswer.STATIC_RSA, "TLS_RSA_WITH_AES_128_CBC_SHA")),
                Arguments.of(
                        "tls-forward-secrecy-preferred", weak(TlsAnswer.SHORT_BLOCK, "TLS_RSA_WITH_3DES_EDE_CBC_SHA")),
                Arguments.of(
                        "tls-forward-secrecy-preferred",
                        weak(TlsAnswer.RC4, "TLS_RSA_WITH_RC4_128_SHA").unclear(TlsAnswer.STATIC_RSA)),
                Arguments.of(
                        "tls-forward-secrecy-always",
                        weak(TlsAnswer.SHORT_BLOCK, "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA")),
                Arguments.of("tls-forward-secrecy-preferred", preferring("TLS_RSA_WITH_RC4_128_SHA")),
                Arguments.of("tls-authenticated-encryption-used", preferring("TLS_RSA_WITH_RC4_128_SHA")),
                Arguments.of("tls-authenticated-encryption-used", preferring("TLS_RSA_WITH_3DES_EDE_CBC_SHA")),
                Arguments.of("tls-forward-secrecy-none", preferring("TLS_RSA_WITH_AES_128_CBC_SHA")),
                Arguments.of(
                        "tls-forward-secrecy-none",
                        new Sightings().only(Map.of(TlsAnswer.TLS_1_2, "TLS_RSA_WITH_RC4_128_SHA"))),
                Arguments.of(
                        "tls-forward-secrecy-none",
                        new Sightings().only(Map.of(TlsAnswer.TLS_1_2, "TLS_RSA_WITH_AES_128_CBC_SHA"))),
                Arguments.of("tls-authenticated-encryption-none", only(TlsAnswer.TLS_1_2)),
                Arguments.of(
                        "tls-key-short", new Sightings().chained(chain(certificate("RSA", 1024, "SHA256withRSA")))),
                Arguments.of(
                        "tls-key-breakable", new Sightings().chained(chain(certificate("RSA", 512, "SHA256withRSA")))),
                Arguments.of(
                        "tls-key-exchange-short",
                        new Sightings().key(TlsAnswer.TLS_1_2, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", 1024)),
                Arguments.of(
                        "tls-key-exchange-breakable",
                        new Sightings().key(TlsAnswer.TLS_1_2, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", 768)),
                Arguments.of(
                        "tls-signature-sha-1", new Sightings().chained(chain(certificate("RSA", 2048, "SHA1withRSA")))),
                Arguments.of(
                        "tls-signature-md5", new Sightings().chained(chain(certificate("RSA", 2048, "MD5withRSA")))),
                Arguments.of("tls-stapling-missing", new Sightings().stapled(false)),
                Arguments.of(
                        "tls-transparency-missing",
                        new Sightings()
                                .chained(new TlsChain(
                                        List.of(certificate("RSA", 2048, "SHA256withRSA")),
                                        List.of(),
                                        true,
                                        true,
                                        null,
                                        true,
                                        1,
                                        true))),
                Arguments.of("tls-ems-missing", new Sightings().secret(false)),
                Arguments.of("tls-renegotiation-silent", new Sightings().renegotiates(false)));
    }

    @Test
    void whatTheServerDidNotAnswerIsUnknown() {
        assertThat(result("tls-protocols", new Sightings().unclear(TlsAnswer.TLS_1_0)))
                .satisfies(result -> {
                    assertThat(result.outcome()).isEqualTo(CheckOutcome.UNKNOWN);
                    assertThat(result.reason()).contains("TLS 1.0");
                });
        assertThat(result("tls-weak-ciphers", new Sightings().unclear(TlsAnswer.RC4))
                        .outcome())
                .isEqualTo(CheckOutcome.UNKNOWN);
        assertThat(result("tls-forward-secrecy", new Sightings().unclear(TlsAnswer.STATIC_RSA))
                        .outcome())
                .isEqualTo(CheckOutcome.UNKNOWN);
        assertThat(result("tls-stapling", new Sightings().stapled(null)).outcome())
                .isEqualTo(CheckOutcome.UNKNOWN);
        for (String check : List.of("tls-key", "tls-signature", "tls-trust", "tls-transparency")) {
            assertThat(result(check, new Sightings().chained(null)).outcome())
                    .as(check)
                    .isEqualTo(CheckOutcome.UNKNOWN);
        }
    }

    @Test
    void aLookThatFailedTakesNothing() {
        TlsEvidence failed = new TlsEvidence("shop.example:443", NOW, List.of(), List.of(), 4, "It hung up.");

        assertThat(new TlsAssessor().assess(failed).results())
                .hasSameSizeAs(TlsRules.SET.checks())
                .allMatch(result -> result.outcome() == CheckOutcome.UNKNOWN
                        && result.points() == 0
                        && result.reason().equals("It hung up."));
    }

    @Test
    void aKeyExchangeNobodySawIsUnknownUnlessTheServerHasNone() {
        assertThat(result("tls-key-exchange", new Sightings().only(Map.of())).outcome())
                .isEqualTo(CheckOutcome.UNKNOWN);
        assertThat(result("tls-key-exchange", only(TlsAnswer.TLS_1_2)).outcome())
                .isEqualTo(CheckOutcome.UNKNOWN);
        assertThat(result(
                                "tls-key-exchange",
                                new Sightings().only(Map.of(TlsAnswer.TLS_1_2, "TLS_RSA_WITH_AES_128_CBC_SHA")))
                        .outcome())
                .isEqualTo(CheckOutcome.NOT_APPLICABLE);
    }

    @Test
    void whatTheNewestVersionHasBuiltInDoesNotApply() {
        Sightings newest = new Sightings()
                .only(Map.of(TlsAnswer.TLS_1_3, "TLS_AES_128_GCM_SHA256"))
                .secret(null)
                .renegotiates(null);

        assertThat(result("tls-ems", newest).outcome()).isEqualTo(CheckOutcome.NOT_APPLICABLE);
        assertThat(result("tls-renegotiation", newest).outcome()).isEqualTo(CheckOutcome.NOT_APPLICABLE);
        assertThat(result("tls-ems", newest.unclear(TlsAnswer.TLS_1_0)).outcome())
                .isEqualTo(CheckOutcome.UNKNOWN);
    }

    /** At each handshake these take their points already; a bad certificate must not count twice. */
    @Test
    void trustTakesNoPointsHere() {
        assertThat(TlsRules.SET.require("tls-trust").codes()).allMatch(code -> code.points() == 0);
        assertThat(HandshakeRules.SET.checks())
                .extracting(CheckRule::id)
                .containsExactly("tls-certificate-expiry", "tls-chain", "tls-host-name");
        assertThat(HandshakeRules.SET.require("tls-certificate-expiry").codes())
                .extracting(ResultCode::code, ResultCode::outcome, ResultCode::points)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("pass", CheckOutcome.PASS, 0.0),
                        org.assertj.core.groups.Tuple.tuple("warn", CheckOutcome.WARN, 10.0),
                        org.assertj.core.groups.Tuple.tuple("fail", CheckOutcome.FAIL, 40.0));
    }

    @Test
    void theOrderOfTheAddressesIsNoChange() {
        TlsEvidence one = new Sightings().evidence();
        TlsEvidence other = new TlsEvidence(one.target(), one.observedAt(), one.looks(), List.of("192.0.2.9"), 9, null);

        assertThat(one.steady()).isEqualTo(other.steady());
    }

    private static Sightings only(String version) {
        return new Sightings().only(Map.of(version, CHAINED));
    }

    /** Up to TLS 1.2, with a browser in ECDHE, with a hello that offers everything in something else. */
    private static Sightings preferring(String suite) {
        return new Sightings()
                .only(Map.of(TlsAnswer.TLS_1_2, suite))
                .handshake(TlsAnswer.TLS_1_2, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
    }

    private static Sightings weak(String offer, String suite) {
        return new Sightings().suites(offer, TlsAnswer.TLS_1_2, suite);
    }

    private static CheckResult result(String check, Sightings seen) {
        return results(seen).stream()
                .filter(result -> result.checkId().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private static List<CheckResult> results(Sightings seen) {
        return new TlsAssessor().assess(seen.evidence()).results();
    }
}
