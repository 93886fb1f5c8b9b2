package io.bellwether.core.posture.tls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One certificate of a chain.
 *
 * @param keyType {@code RSA}, {@code EC}, {@code EdDSA}, {@code DSA} or what the certificate says
 * @param keyBits size of modulus or field; 0 when it cannot be told
 * @param exponent of an RSA key where it is small, null otherwise
 * @param signatureAlgorithm as Java names it: {@code SHA256withRSA}
 */
public record TlsCertificate(
        String subject,
        String issuer,
        Instant notBefore,
        Instant notAfter,
        String keyType,
        int keyBits,
        @Nullable Integer exponent,
        String signatureAlgorithm) {

    /** Whether it vouches for itself. */
    boolean selfIssued() {
        return subject.equals(issuer);
    }
}
