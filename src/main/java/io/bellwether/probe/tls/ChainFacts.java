package io.bellwether.probe.tls;

import io.bellwether.core.language.PlainText;
import io.bellwether.core.posture.tls.TlsCertificate;
import io.bellwether.core.posture.tls.TlsChain;
import io.bellwether.platform.egress.TlsHandshake;
import io.bellwether.platform.egress.TlsHandshake.Trust;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of a chain. */
final class ChainFacts {

    private static final int LONGEST_NAME = 253;

    private ChainFacts() {}

    /** What a server sent in the clear, as far as it is certificates at all; empty when the first is none. */
    static List<X509Certificate> read(List<byte[]> sent) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (byte[] certificate : sent) {
                chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate)));
            }
        } catch (CertificateException | RuntimeException e) {
            // What comes behind a certificate that cannot be read is not looked at: it is of no use to anybody.
            return chain;
        }
        return chain;
    }

    static TlsChain of(TlsHandshake handshake) {
        X509Certificate own = handshake.certificate();
        return new TlsChain(
                handshake.chain().stream().map(ChainFacts::certificate).toList(),
                CertificateDetail.names(own).stream()
                        .map(name -> PlainText.cut(name, LONGEST_NAME))
                        .toList(),
                handshake.hostMatches(),
                handshake.trust() == Trust.OUTSIDE_VALIDITY ? null : handshake.trust() == Trust.TRUSTED,
                handshake.distrust() == null ? null : PlainText.cut(handshake.distrust(), 2 * LONGEST_NAME),
                complete(handshake),
                CertificateExtensions.timestamps(own),
                CertificateExtensions.revocationAddress(own));
    }

    private static @Nullable Boolean complete(TlsHandshake handshake) {
        if (handshake.incomplete()) {
            return false;
        }
        X509Certificate last = handshake.chain().getLast();
        boolean root = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
        boolean whole = root || handshake.trust() == Trust.TRUSTED;
        return whole ? true : null;
    }

    private static TlsCertificate certificate(X509Certificate certificate) {
        return new TlsCertificate(
                PlainText.cut(certificate.getSubjectX500Principal().getName(), LONGEST_NAME),
                PlainText.cut(certificate.getIssuerX500Principal().getName(), LONGEST_NAME),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                certificate.getPublicKey().getAlgorithm(),
                CertificateDetail.keySize(certificate.getPublicKey()),
                exponent(certificate),
                PlainText.cut(certificate.getSigAlgName(), LONGEST_NAME));
    }

    private static @Nullable Integer exponent(X509Certificate certificate) {
        return certificate.getPublicKey() instanceof RSAPublicKey rsa
                        && rsa.getPublicExponent().bitLength() <= 16
                ? rsa.getPublicExponent().intValue()
                : null;
    }
}
