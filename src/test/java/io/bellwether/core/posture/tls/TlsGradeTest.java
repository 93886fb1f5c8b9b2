package io.bellwether.core.posture.tls;

import static io.bellwether.core.posture.tls.Sightings.NOW;
import static io.bellwether.core.posture.tls.Sightings.certificate;
import static io.bellwether.core.posture.tls.Sightings.chain;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.GradeCard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the guide that can be seen, one by one. */
class TlsGradeTest {

    private static final String CHAINED = "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA";
    private static final String SEALED = "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";

    @Test
    void nothingToReproachIsAPlus() {
        GradeCard card = card(new Sightings());

        assertThat(card.grade()).isEqualTo("A+");
        // 100 × 30 % + 90 × 30 % + (100 + 80) / 2 × 40 %
        assertThat(card.score()).isEqualTo(93);
        assertThat(card.arithmetic().stream().map(GradeCard.Step::amount).filter(Objects::nonNull))
                .containsExactly(30.0, 27.0, 36.0, 93.0);
        assertThat(card.untested())
                .anyMatch(text -> text.contains("CRIME"))
                .anyMatch(text -> text.contains("POODLE against TLS"))
                .anyMatch(text -> text.contains("Heartbleed"))
                .anyMatch(text -> text.startsWith("Renegotiation"))
                .anyMatch(text -> text.contains("fallback"))
                .anyMatch(text -> text.startsWith("CAA"));
    }

    @ParameterizedTest(name = "page {0}, header {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | max-age=15552000        | A+",
                "true  | max-age=15551999        | A",
                "true  | includeSubDomains; Max-Age=\"31536000\" | A+",
                "true  | max-age=0               | A-",
                "true  | max-age=half a year     | A-",
                "true  | max-age=-1              | A-",
                "true  | max-age=99999999999999999999 | A+",
                "true  | max-age = 63072000      | A+",
                "true  | max-age=63072000; max-age=63072000 | A-",
                "true  | max-age=63072000, max-age=63072000 | A-",
                "true  |                         | A-",
                "false |                         | A",
            })
    void strictTransportSecurityMakesTheDifference(boolean page, @Nullable String header, String grade) {
        assertThat(card(new Sightings().page(page, header)).grade()).isEqualTo(grade);
    }

    @Test
    void aWarningMakesAnAMinus() {
        assertThat(card(new Sightings().version(TlsAnswer.TLS_1_3, null).handshake(TlsAnswer.TLS_1_2, SEALED))
                        .grade())
                .isEqualTo("A-");
        assertThat(card(new Sightings().renegotiates(false)).grade()).isEqualTo("A-");
    }

    @ParameterizedTest(name = "{0} besides: {1}")
    @CsvSource({"TLS 1.1, B", "TLS 1.0, B", "SSL 3.0, C"})
    void outdatedVersionsLowerIt(String version, String grade) {
        assertThat(card(new Sightings().version(version, CHAINED)).grade()).isEqualTo(grade);
    }

    @Test
    void ssl3WithoutBlocksIsNotPoodle() {
        assertThat(card(new Sightings().version(TlsAnswer.SSL_3, "TLS_RSA_WITH_RC4_128_SHA"))
                        .grade())
                .isEqualTo("B");
    }

    @ParameterizedTest(name = "only {0}: {1}")
    @CsvSource({"TLS 1.1, C", "TLS 1.0, C", "SSL 3.0, F", "TLS 1.3, A+"})
    void oneVersionOnly(String version, String grade) {
        String suite = version.equals(TlsAnswer.TLS_1_3) ? "TLS_AES_256_GCM_SHA384" : CHAINED;

        assertThat(card(new Sightings().only(Map.of(version, suite))).grade()).isEqualTo(grade);
    }

    @Test
    void thatNothingNewIsSpokenMustBeKnown() {
        Sightings seen = new Sightings().only(Map.of(TlsAnswer.TLS_1_0, CHAINED));
        assertThat(card(seen.unclear(TlsAnswer.TLS_1_2)).grade()).isEqualTo("B");
        assertThat(card(seen).untested()).anyMatch(text -> text.startsWith("TLS 1.2: no clear answer, it hung up"));
    }

    @ParameterizedTest(name = "{2} in {1}: {3}")
    @CsvSource({
        "RC4, TLS 1.0, TLS_RSA_WITH_RC4_128_SHA, B",
        "RC4, TLS 1.2, TLS_RSA_WITH_RC4_128_SHA, C",
        "RC4, TLS 1.1, TLS_ECDHE_RSA_WITH_RC4_128_SHA, C",
        "64-bit block, TLS 1.2, TLS_RSA_WITH_3DES_EDE_CBC_SHA, A+",
        "'NULL, anonymous or export', TLS 1.2, TLS_RSA_WITH_NULL_SHA256, F",
        "'NULL, anonymous or export', TLS 1.2, TLS_DH_anon_WITH_AES_256_GCM_SHA384, F",
        "'NULL, anonymous or export', TLS 1.0, TLS_RSA_EXPORT_WITH_RC4_40_MD5, F",
        "'NULL, anonymous or export', TLS 1.2, TLS_RSA_WITH_DES_CBC_SHA, F",
        "static RSA, TLS 1.2, TLS_RSA_WITH_AES_128_GCM_SHA256, A+"
    })
    void weakSuitesBesides(String offer, String version, String suite, String grade) {
        // A version that only a class shows counts as spoken.
        Sightings seen = new Sightings().suites(offer, version, suite);

        assertThat(card(seen).grade()).isEqualTo(version.equals(TlsAnswer.TLS_1_0) && !grade.equals("F") ? "B" : grade);
    }

    @ParameterizedTest(name = "{0} besides: {1}, alone: {2}")
    @CsvSource({
        // 100 × 30 % + 90 × 30 % + (100 + 0) / 2 × 40 %; alone its ciphers are worth nothing
        "TLS_RSA_WITH_NULL_SHA256, 77, 0",
        "TLS_DH_anon_WITH_AES_256_GCM_SHA384, 0, 0"
    })
    void aPartWorthNothingMakesTheWholeWorthNothing(String suite, int besides, int alone) {
        assertThat(card(new Sightings().suites(TlsAnswer.BROKEN, TlsAnswer.TLS_1_2, suite)))
                .extracting(GradeCard::score, GradeCard::grade)
                .containsExactly(besides, "F");
        assertThat(card(new Sightings().only(Map.of()).suites(TlsAnswer.BROKEN, TlsAnswer.TLS_1_2, suite)))
                .extracting(GradeCard::score, GradeCard::grade)
                .containsExactly(alone, "F");
    }

    @Test
    void blocksOf64BitsCountWhereTheyAreChosen() {
        Sightings seen = new Sightings().version(TlsAnswer.TLS_1_2, "TLS_RSA_WITH_3DES_EDE_CBC_SHA");
        assertThat(card(seen).grade()).isEqualTo("C");
        Sightings old = new Sightings().version(TlsAnswer.TLS_1_0, "TLS_RSA_WITH_3DES_EDE_CBC_SHA");
        assertThat(card(old).grade()).isEqualTo("B");
    }

    @Test
    void onlyRc4IsAFailure() {
        Sightings seen = new Sightings()
                .only(Map.of(TlsAnswer.TLS_1_2, "TLS_RSA_WITH_RC4_128_SHA"))
                .suites(TlsAnswer.RC4, TlsAnswer.TLS_1_2, "TLS_RSA_WITH_RC4_128_SHA");

        assertThat(card(seen).grade()).isEqualTo("F");
    }

    @ParameterizedTest(name = "a modern client gets {0}: {1}")
    @CsvSource({
        "TLS_RSA_WITH_AES_256_GCM_SHA384, B",
        "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384, B",
        "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384, A-"
    })
    void whatAModernClientGets(String suite, String grade) {
        assertThat(card(new Sightings().only(Map.of(TlsAnswer.TLS_1_2, suite))).grade())
                .isEqualTo(grade);
    }

    @ParameterizedTest(name = "{0} {1}: {2}, score {3}")
    @CsvSource({
        "RSA, 1023, F, 78",
        "RSA, 1024, B, 90",
        "RSA, 2047, B, 90",
        "RSA, 2048, A+, 93",
        "RSA, 4096, A+, 96",
        "EC, 256, A+, 96",
        "EC, 224, A+, 93",
        "EC, 192, B, 93",
        "EC, 159, F, 90",
        "EdDSA, 256, A+, 96",
        "DSA, 1024, B, 90"
    })
    void keysCountByTheirStrength(String type, int bits, String grade, int score) {
        GradeCard card = card(new Sightings().chained(chain(certificate(type, bits, "SHA256withRSA"))));

        assertThat(card.grade()).isEqualTo(grade);
        assertThat(card.score()).isEqualTo(score);
    }

    @Test
    void anExponentOfOneProtectsNothing() {
        TlsCertificate own = certificate("RSA", 4096, "SHA256withRSA");
        TlsCertificate one = new TlsCertificate(
                own.subject(), own.issuer(), own.notBefore(), own.notAfter(), "RSA", 4096, 1, own.signatureAlgorithm());

        assertThat(card(new Sightings().chained(chain(one))).grade()).isEqualTo("F");
    }

    @ParameterizedTest(name = "Diffie-Hellman of {0} bits: {1}, score {2}")
    @CsvSource({"4096, A+, 93", "2048, A+, 93", "2047, B, 90", "1024, B, 90", "1023, F, 78", "512, F, 78", "511, F, 72"
    })
    void diffieHellmanCountsByItsSize(int bits, String grade, int score) {
        GradeCard card = card(new Sightings().key(TlsAnswer.TLS_1_2, "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384", bits));

        assertThat(card.grade()).isEqualTo(grade);
        assertThat(card.score()).isEqualTo(score);
    }

    @ParameterizedTest(name = "signed {0}, above it {1}: {2}")
    @CsvSource({
        "SHA256withRSA, SHA256withRSA, A+",
        "SHA1withRSA, SHA256withRSA, A",
        "SHA256withRSA, SHA1withRSA, A",
        "MD5withRSA, SHA256withRSA, F",
        "SHA256withRSA, MD2withRSA, F"
    })
    void brokenHashesCountAllTheWayUp(String own, String above, String grade) {
        TlsCertificate intermediate = new TlsCertificate(
                "CN=Authority", "CN=Root", NOW.minusSeconds(1), NOW.plusSeconds(1), "RSA", 2048, null, above);
        TlsCertificate root = new TlsCertificate(
                "CN=Root", "CN=Root", NOW.minusSeconds(1), NOW.plusSeconds(1), "RSA", 2048, null, "MD5withRSA");

        assertThat(card(new Sightings().chained(chain(certificate("RSA", 2048, own), intermediate, root)))
                        .grade())
                .isEqualTo(grade);
    }

    @ParameterizedTest(name = "trusted {0}, complete {1}, named {2}, self-signed {3}, left {4} days: {5}")
    @CsvSource({
        "true, true, true, false, 5, A+",
        "true, true, false, false, 5, M",
        "true, true, true, false, -1, T",
        "true, true, true, false, 95, T",
        ", , true, false, 5, T",
        "false, true, true, true, 5, T",
        "false, true, true, false, 5, T",
        "false, , true, false, 5, T",
        "false, true, false, true, 5, T",
        "false, false, true, false, 5, B",
        "false, false, false, false, 5, M"
    })
    void trustComesFirst(
            @Nullable Boolean trusted,
            @Nullable Boolean complete,
            boolean named,
            boolean alone,
            int left,
            String grade) {
        Instant end = NOW.plus(Duration.ofDays(left));
        String subject = "CN=shop.example";
        TlsCertificate own = new TlsCertificate(
                subject,
                alone ? subject : "CN=A",
                end.minus(Duration.ofDays(90)),
                end,
                "RSA",
                2048,
                null,
                "SHA256withRSA");
        TlsChain chain = new TlsChain(List.of(own), List.of(), named, trusted, null, complete, 2, true);

        assertThat(card(new Sightings().chained(chain)).grade()).isEqualTo(grade);
    }

    @Test
    void aCertificateOutOfOrderStillShowsWhatTheRestIsWorth() {
        TlsChain chain = new TlsChain(
                List.of(certificate("RSA", 2048, "SHA256withRSA")), List.of(), false, true, null, true, 2, true);

        assertThat(card(new Sightings().chained(chain)).arithmetic().getLast().text())
                .isEqualTo("Grade M; if the certificate were in order it would be A+.");
    }

    @Test
    void tooLittleSeenIsNoGrade() {
        assertThat(card(new Sightings().chained(null)).grade()).isNull();
        assertThat(card(new Sightings().only(Map.of())).grade()).isNull();
        assertThat(new TlsAssessor()
                        .assess(new TlsEvidence("shop.example:443", NOW, List.of(), List.of(), 1, "It hung up."))
                        .card())
                .isNotNull()
                .satisfies(card -> assertThat(card.grade()).isNull());
    }

    @Test
    void theWorstAddressCounts() {
        TlsChain elsewhere = new TlsChain(
                List.of(certificate("RSA", 2048, "SHA256withRSA")), List.of(), false, true, null, true, 2, true);
        TlsLook second = new TlsLook(
                "192.0.2.2",
                List.of(),
                List.of(),
                new Sightings().look().handshake(),
                elsewhere,
                null,
                0,
                "h2",
                null,
                null,
                false,
                null);
        TlsEvidence evidence = new TlsEvidence(
                "shop.example:443", NOW, List.of(new Sightings().look(), second), List.of("192.0.2.3"), 12, null);
        GradeCard card =
                Objects.requireNonNull(new TlsAssessor().assess(evidence).card());

        assertThat(card.grade()).isEqualTo("M");
        assertThat(card.untested())
                .contains("192.0.2.3: not looked at, to spare the server.")
                .anyMatch(text -> text.startsWith("192.0.2.2: only its certificate"));
    }

    private static GradeCard card(Sightings seen) {
        return Objects.requireNonNull(new TlsAssessor().assess(seen.evidence()).card());
    }
}
