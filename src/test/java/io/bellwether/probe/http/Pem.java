package io.bellwether.probe.http;

import io.bellwether.TestCertificates.Issued;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** Certificates and keys of tests in the forms that people have them in. */
public final class Pem {

    private Pem() {}

    public static String chain(Issued issued) {
        return written(issued.chain().toArray());
    }

    /** PKCS #8. */
    public static String key(Issued issued) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(issued.keys().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** SEC 1, as OpenSSL writes it by itself. */
    static String ecKey(Issued issued) {
        BigInteger number =
                ((java.security.interfaces.ECPrivateKey) issued.keys().getPrivate()).getS();
        try {
            byte[] key = new ECPrivateKey(256, number, SECObjectIdentifiers.secp256r1).getEncoded();
            return "-----BEGIN EC PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(key)
                    + "\n-----END EC PRIVATE KEY-----\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server's context that believes the authority it was issued by. */
    static SSLContext trusting(Issued issued) {
        try {
            KeyStore own = store();
            own.setKeyEntry(
                    "server",
                    issued.keys().getPrivate(),
                    new char[0],
                    issued.chain().toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, new char[0]);
            KeyStore believed = store();
            believed.setCertificateEntry("authority", issued.chain().getLast());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(believed);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static String written(Object... objects) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
