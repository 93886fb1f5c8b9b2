package io.bellwether;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority made for one test, and the server certificates it issues. */
public final class TestCertificates {

    /** A server's key and its chain, its own certificate first. */
    public record Issued(KeyPair keys, List<X509Certificate> chain) {

        public X509Certificate certificate() {
            return chain.getFirst();
        }

        public SSLContext serverContext() {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(keyManagers().getKeyManagers(), null, null);
                return context;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        public KeyManagerFactory keyManagers() {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry("server", keys.getPrivate(), new char[0], chain.toArray(new X509Certificate[0]));
                KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                factory.init(store, new char[0]);
                return factory;
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final X500Name name;
    private final KeyPair keys = newKeys();
    /** Its own, then those of the authorities above it. */
    private final List<X509Certificate> certificates;

    public TestCertificates(Instant now) {
        this.name = new X500Name("CN=Bellwether Test Authority");
        this.certificates = List.of(vouchFor(name, keys, now));
    }

    private TestCertificates(TestCertificates above, Instant now) {
        this.name = new X500Name("CN=Bellwether Test Intermediate");
        this.certificates = chain(above.vouchFor(name, keys, now), above.certificates);
    }

    private TestCertificates(String host) {
        this.name = new X500Name("CN=" + host);
        this.certificates = List.of();
    }

    /** An authority that this one vouches for. */
    public TestCertificates intermediate(Instant now) {
        return new TestCertificates(this, now);
    }

    /** A server certificate for names and IP addresses. */
    public Issued issue(Instant notBefore, Instant notAfter, String... hosts) {
        return issue(newKeys(), notBefore, notAfter, hosts);
    }

    /** A server certificate that nobody vouches for but the server itself. */
    public static Issued selfSigned(Instant notBefore, Instant notAfter, String host) {
        TestCertificates server = new TestCertificates(host);
        return server.issue(server.keys, notBefore, notAfter, host);
    }

    private Issued issue(KeyPair serverKeys, Instant notBefore, Instant notAfter, String... hosts) {
        X509v3CertificateBuilder builder =
                builder(new X500Name("CN=" + hosts[0]), serverKeys, notBefore, notAfter, false);
        try {
            builder.addExtension(Extension.subjectAlternativeName, false, names(hosts));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Issued(serverKeys, chain(sign(builder), certificates));
    }

    private static List<X509Certificate> chain(X509Certificate first, List<X509Certificate> above) {
        return Stream.concat(Stream.of(first), above.stream()).toList();
    }

    private X509Certificate vouchFor(X500Name authority, KeyPair itsKeys, Instant now) {
        return sign(builder(authority, itsKeys, now.minus(Duration.ofDays(400)), now.plus(Duration.ofDays(400)), true));
    }

    /** The authority's certificate as a PEM file. */
    public Path writePem(Path file) {
        try {
            return Files.writeString(
                    file,
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(certificates.getFirst().getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509v3CertificateBuilder builder(
            X500Name subject, KeyPair subjectKeys, Instant notBefore, Instant notAfter, boolean isAuthority) {
        try {
            return new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(120, RANDOM),
                            Date.from(notBefore),
                            Date.from(notAfter),
                            subject,
                            subjectKeys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate sign(X509v3CertificateBuilder builder) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames names(String... hosts) {
        return new GeneralNames(Arrays.stream(hosts).map(TestCertificates::name).toArray(GeneralName[]::new));
    }

    private static GeneralName name(String host) {
        try {
            return new GeneralName(
                    GeneralName.iPAddress, InetAddress.ofLiteral(host).getHostAddress());
        } catch (IllegalArgumentException e) {
            return new GeneralName(GeneralName.dNSName, host);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
