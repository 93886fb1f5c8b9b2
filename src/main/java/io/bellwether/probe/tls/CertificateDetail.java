package io.bellwether.probe.tls;

import io.bellwether.platform.egress.TlsHandshake;
import io.bellwether.platform.egress.TlsReport;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The evidence that is kept of a handshake. */
final class CertificateDetail {

    private static final int MOST_NAMES = 100;

    private CertificateDetail() {}

    static Map<String, Object> of(TlsReport report, Lifetime lifetime) {
        TlsHandshake handshake = report.handshake();
        X509Certificate certificate = handshake.certificate();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("address", report.address());
        detail.put("protocol", handshake.protocol());
        detail.put("cipher", handshake.cipher());
        detail.put("subject", certificate.getSubjectX500Principal().getName());
        detail.put("issuer", certificate.getIssuerX500Principal().getName());
        detail.put("sans", names(certificate));
        detail.put("serialNumber", certificate.getSerialNumber().toString(16));
        detail.put("notBefore", lifetime.notBefore().toString());
        detail.put("notAfter", lifetime.notAfter().toString());
        detail.put("daysLeft", lifetime.daysLeft());
        detail.put("lifetimeDays", lifetime.lifetimeDays());
        detail.put("chainLength", handshake.chain().size());
        detail.put("keyType", certificate.getPublicKey().getAlgorithm());
        detail.put("keySize", keySize(certificate.getPublicKey()));
        detail.put("signatureAlgorithm", certificate.getSigAlgName());
        return Collections.unmodifiableMap(detail);
    }

    /** Those that are text: others, of which only bytes are handed out, are no names of hosts. */
    static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .map(name -> name.get(1))
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .limit(MOST_NAMES)
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** In bits; 0 where it cannot be told. */
    static int keySize(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength();
            case ECPublicKey curve -> curve.getParams().getCurve().getField().getFieldSize();
            case EdECPublicKey edwards -> "Ed448".equals(edwards.getParams().getName()) ? 456 : 256;
            case DSAPublicKey dsa ->
                dsa.getParams() == null ? 0 : dsa.getParams().getP().bitLength();
            default -> 0;
        };
    }
}
