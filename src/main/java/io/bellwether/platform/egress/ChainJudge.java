package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.TlsHandshake.Trust;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the chain of one handshake and remembers what it saw; strict, it ends the handshake when the chain is bad. */
final class ChainJudge {

    /** In TLS 1.3 the certificate says nothing about the key exchange; each library has its word for that. */
    private static final String BORING_SSL_TLS13 = "GENERIC";

    static final String PLATFORM_TLS13 = "UNKNOWN";

    private final Authorities authorities;
    private final HostName host;
    private final boolean strict;

    private List<X509Certificate> chain = List.of();
    private Trust trust = Trust.UNTRUSTED;
    private @Nullable String distrust;
    private boolean incomplete;
    private boolean hostMatches;

    ChainJudge(Authorities authorities, HostName host, boolean strict) {
        this.authorities = authorities;
        this.host = host;
        this.strict = strict;
    }

    TlsHandshake handshake(String protocol, String cipher) {
        return new TlsHandshake(protocol, cipher, chain, trust, distrust, incomplete, hostMatches);
    }

    /** What a careful client would not accept, or null when there is nothing. */
    @Nullable Fault fault() {
        if (chain.isEmpty()) {
            return null;
        }
        X509Certificate own = chain.getFirst();
        return switch (trust) {
            case OUTSIDE_VALIDITY ->
                Fault.theirs(
                        Cause.CERTIFICATE_EXPIRED,
                        "The certificate chain of " + host.name()
                                + " is outside its validity; the server's own is valid from "
                                + own.getNotBefore().toInstant() + " to "
                                + own.getNotAfter().toInstant() + ".");
            case UNTRUSTED ->
                Fault.theirs(
                        Cause.CERTIFICATE_UNTRUSTED,
                        "The certificate of " + host.name() + " is not trusted: " + distrust);
            case TRUSTED ->
                hostMatches
                        ? null
                        : Fault.theirs(
                                Cause.CERTIFICATE_WRONG_HOST,
                                "The certificate presented for " + host.name() + " is made out to another host.");
        };
    }

    void judge(X509Certificate[] sent, String keyExchange) throws CertificateException {
        chain = List.of(sent);
        hostMatches = HostMatch.matches(sent[0], host);
        try {
            authorities.check(sent, keyExchange.equals(BORING_SSL_TLS13) ? PLATFORM_TLS13 : keyExchange);
            trust = Trust.TRUSTED;
        } catch (CertificateException e) {
            trust = outsideValidity(e) ? Trust.OUTSIDE_VALIDITY : Trust.UNTRUSTED;
            incomplete = pathless(e) && !selfIssued(sent[sent.length - 1]);
            distrust = distrust(sent, e);
        }
        if (strict && fault() != null) {
            throw new CertificateException("refused");
        }
    }

    private static boolean outsideValidity(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return true;
            }
            if (cause instanceof CertPathValidatorException path
                    && (path.getReason() == BasicReason.EXPIRED || path.getReason() == BasicReason.NOT_YET_VALID)) {
                return true;
            }
        }
        return false;
    }

    private static String distrust(X509Certificate[] sent, CertificateException failure) {
        X509Certificate last = sent[sent.length - 1];
        if (!pathless(failure)) {
            return failure.getMessage() + ".";
        }
        return selfIssued(last)
                ? "it leads to '" + last.getSubjectX500Principal() + "', which is not an accepted authority."
                : "the chain sent ends at '" + last.getSubjectX500Principal() + "', issued by '"
                        + last.getIssuerX500Principal() + "', which is neither accepted nor sent.";
    }

    private static boolean pathless(CertificateException failure) {
        return String.valueOf(failure.getMessage()).contains("unable to find valid certification path");
    }

    private static boolean selfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}
