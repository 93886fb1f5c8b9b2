package io.bellwether.core.posture.tls;

import java.time.Instant;

/** How a chain stood when it was seen, the worst first. */
enum TrustState {
    OUTSIDE_VALIDITY("tls-trust-outside-validity", "T"),
    SELF_SIGNED("tls-trust-self-signed", "T"),
    UNKNOWN_AUTHORITY("tls-trust-unknown-authority", "T"),
    OTHER_NAME("tls-trust-other-name", "M"),
    /** Whether an authority stands behind it cannot be told without the certificate that is missing. */
    INCOMPLETE("tls-trust-incomplete", ""),
    TRUSTED("tls-trust-trusted", "");

    private final String code;
    private final String letter;

    TrustState(String code, String letter) {
        this.code = code;
        this.letter = letter;
    }

    /** Of the check {@code tls-trust}. */
    String code() {
        return code;
    }

    /** The grade that it forces; empty when it forces none. */
    String letter() {
        return letter;
    }

    static TrustState of(TlsChain chain, Instant at) {
        if (chain.trusted() == null || !current(chain.own(), at)) {
            return OUTSIDE_VALIDITY;
        }
        boolean missing = Boolean.FALSE.equals(chain.complete());
        if (!chain.trusted() && !missing) {
            return chain.own().selfIssued() ? SELF_SIGNED : UNKNOWN_AUTHORITY;
        }
        if (!chain.nameMatches()) {
            return OTHER_NAME;
        }
        return missing ? INCOMPLETE : TRUSTED;
    }

    private static boolean current(TlsCertificate certificate, Instant at) {
        return !at.isBefore(certificate.notBefore()) && !at.isAfter(certificate.notAfter());
    }
}
