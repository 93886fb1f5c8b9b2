package io.bellwether.core.posture.tls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server may show, to begin with one that has nothing to reproach it with. */
final class Sightings {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final String LASTING = "max-age=31536000; includeSubDomains";

    private static final String GOOD = "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";

    private final List<TlsAnswer> versions = new ArrayList<>(List.of(
            agreed(TlsAnswer.TLS_1_3, TlsAnswer.TLS_1_3, "TLS_AES_256_GCM_SHA384", "x25519", null),
            agreed(TlsAnswer.TLS_1_2, TlsAnswer.TLS_1_2, GOOD, "x25519", null),
            refused(TlsAnswer.TLS_1_1),
            refused(TlsAnswer.TLS_1_0),
            refused(TlsAnswer.SSL_3)));
    private final List<TlsAnswer> classes = new ArrayList<>(List.of(
            refused(TlsAnswer.STATIC_RSA),
            refused(TlsAnswer.SHORT_BLOCK),
            refused(TlsAnswer.RC4),
            refused(TlsAnswer.BROKEN)));
    private TlsAnswer handshake = agreed("handshake", TlsAnswer.TLS_1_3, "TLS_AES_128_GCM_SHA256", null, null);
    private @Nullable TlsChain chain = chain(certificate("RSA", 2048, "SHA256withRSA"));
    private @Nullable Boolean stapled = true;
    private int timestamps;
    private @Nullable Boolean masterSecret = true;
    private @Nullable Boolean renegotiation = true;
    private boolean page = true;
    private @Nullable String header = LASTING;

    static TlsAnswer agreed(
            String offer, String version, String suite, @Nullable String group, @Nullable Integer keyBits) {
        return new TlsAnswer(offer, Support.SUPPORTED, version, suite, group, keyBits, null);
    }

    static TlsAnswer refused(String offer) {
        return new TlsAnswer(offer, Support.NOT_SUPPORTED, null, null, null, null, "it answered handshake_failure");
    }

    static TlsCertificate certificate(String type, int bits, String signature) {
        return new TlsCertificate(
                "CN=shop.example",
                "CN=Authority",
                NOW.minus(Duration.ofDays(10)),
                NOW.plus(Duration.ofDays(80)),
                type,
                bits,
                null,
                signature);
    }

    static TlsChain chain(TlsCertificate... certificates) {
        return new TlsChain(List.of(certificates), List.of("shop.example"), true, true, null, true, 2, true);
    }

    /** Takes one version of {@code offer=suite}, or no suite for a refusal. */
    Sightings version(String offer, @Nullable String suite) {
        versions.replaceAll(answer -> !answer.offer().equals(offer)
                ? answer
                : suite == null ? refused(offer) : agreed(offer, offer, suite, null, null));
        return this;
    }

    Sightings unclear(String offer) {
        versions.replaceAll(answer -> answer.offer().equals(offer) ? TlsAnswer.unknown(offer, "it hung up") : answer);
        classes.replaceAll(answer -> answer.offer().equals(offer) ? TlsAnswer.unknown(offer, "it hung up") : answer);
        return this;
    }

    Sightings suites(String offer, String version, String suite) {
        classes.replaceAll(answer -> answer.offer().equals(offer) ? agreed(offer, version, suite, null, null) : answer);
        return this;
    }

    Sightings key(String offer, String suite, int bits) {
        versions.replaceAll(answer -> answer.offer().equals(offer) ? agreed(offer, offer, suite, null, bits) : answer);
        return this;
    }

    /** Only these versions with these suites; no handshake of a browser. */
    Sightings only(Map<String, String> suites) {
        versions.replaceAll(answer -> suites.containsKey(answer.offer())
                ? agreed(answer.offer(), answer.offer(), suites.get(answer.offer()), null, null)
                : refused(answer.offer()));
        return handshake(null, null);
    }

    Sightings handshake(@Nullable String version, @Nullable String suite) {
        handshake = version == null || suite == null
                ? TlsAnswer.unknown("handshake", "it failed")
                : agreed("handshake", version, suite, null, null);
        return this;
    }

    Sightings chained(@Nullable TlsChain other) {
        chain = other;
        return this;
    }

    Sightings page(boolean seen, @Nullable String strictTransportSecurity) {
        page = seen;
        header = strictTransportSecurity;
        return this;
    }

    Sightings stapled(@Nullable Boolean status) {
        stapled = status;
        return this;
    }

    Sightings secret(@Nullable Boolean extended) {
        masterSecret = extended;
        return this;
    }

    Sightings renegotiates(@Nullable Boolean securely) {
        renegotiation = securely;
        return this;
    }

    TlsLook look() {
        return new TlsLook(
                "192.0.2.1",
                versions,
                classes,
                handshake,
                chain,
                stapled,
                timestamps,
                "h2",
                masterSecret,
                renegotiation,
                page,
                header);
    }

    TlsEvidence evidence() {
        return new TlsEvidence("shop.example:443", NOW, List.of(look()), List.of(), 11, null);
    }
}
