package io.bellwether.app.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A private certificate authority that lives as long as the process; only the demo's own probes trust it. */
final class DemoAuthority {

    private static final Duration CERTIFICATE_LIFETIME = Duration.ofDays(90);
    private static final char[] NO_PASSWORD = new char[0];

    private final SecureRandom random = new SecureRandom();
    private final KeyPair keys = keys();
    private final X500Principal name = new X500Principal("CN=Bellwether Demo Authority,O=Bellwether");
    private final Instant now;
    private final X509Certificate certificate;

    DemoAuthority(Instant now) throws GeneralSecurityException, IOException {
        this.now = now;
        JcaX509v3CertificateBuilder builder = builder(name, keys, now.minus(Duration.ofDays(1)), Duration.ofDays(365));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        this.certificate = signed(builder);
    }

    /** Writes the authority's certificate where probes can be told to find it. */
    void write(Path file) throws IOException, GeneralSecurityException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(certificate.getEncoded());
        Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    /** What a server on this machine needs to speak TLS with a certificate that is valid for the time left. */
    SSLContext server(Duration left) throws GeneralSecurityException, IOException {
        KeyPair serverKeys = keys();
        Instant from = now.plus(left).minus(CERTIFICATE_LIFETIME);
        JcaX509v3CertificateBuilder builder =
                builder(new X500Principal("CN=localhost"), serverKeys, from, CERTIFICATE_LIFETIME);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        }));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry(
                "server", serverKeys.getPrivate(), NO_PASSWORD, new Certificate[] {signed(builder), certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, random);
        return context;
    }

    private JcaX509v3CertificateBuilder builder(
            X500Principal subject, KeyPair subjectKeys, Instant from, Duration valid) {
        return new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(120, random),
                Date.from(from),
                Date.from(from.plus(valid)),
                subject,
                subjectKeys.getPublic());
    }

    private X509Certificate signed(JcaX509v3CertificateBuilder builder) throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
