package io.bellwether.platform.egress;

import io.bellwether.platform.Recent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The certificate authorities that are believed: the platform's, and those the operator has added. */
@Singleton
public class Authorities {

    private static final int REMEMBERED = 10_000;

    private final X509TrustManager trust;
    /** Digests of chains that were found good; whether they are still valid is looked at each time. */
    private final Recent<String, Boolean> good = new Recent<>(REMEMBERED);

    /**
     * @param pem file with further authorities
     * @throws IllegalArgumentException when the file holds none
     */
    @Inject
    public Authorities(@ConfigProperty(name = "bellwether.trust") Optional<Path> pem) {
        try {
            X509TrustManager platform = trusting(null);
            this.trust = pem.isEmpty() ? platform : trusting(store(platform.getAcceptedIssuers(), read(pem.get())));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "BELLWETHER_TRUST: no certificates can be read from " + pem + ": " + e, e);
        }
    }

    /** Checks a server's chain as it stands now; the host name is not looked at. */
    void check(X509Certificate[] chain, String keyExchange) throws CertificateException {
        String digest = digest(chain, keyExchange);
        if (good.get(digest) == null) {
            trust.checkServerTrusted(chain, keyExchange);
            good.put(digest, true);
        }
        for (X509Certificate certificate : chain) {
            certificate.checkValidity();
        }
    }

    /** Sockets that believe these authorities, for connections that are not the wire's. */
    public SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static String digest(X509Certificate[] chain, String keyExchange) throws CertificateEncodingException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (X509Certificate certificate : chain) {
                digest.update(certificate.getEncoded());
            }
            return keyExchange + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Collection<? extends Certificate> read(Path pem) throws IOException, GeneralSecurityException {
        try (InputStream file = Files.newInputStream(pem)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(file);
            if (certificates.isEmpty()) {
                throw new CertificateException("the file is empty");
            }
            return certificates;
        }
    }

    private static KeyStore store(X509Certificate[] platform, Collection<? extends Certificate> added)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        List<Certificate> all = new java.util.ArrayList<>(Arrays.asList(platform));
        all.addAll(added);
        for (Certificate certificate : all) {
            store.setCertificateEntry("authority-" + store.size(), certificate);
        }
        return store;
    }

    private static X509TrustManager trusting(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
