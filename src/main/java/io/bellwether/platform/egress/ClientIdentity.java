package io.bellwether.platform.egress;

import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.jspecify.annotations.Nullable;

/** A certificate of ours with its key, for servers that ask for one; both as PEM (RFC 7468). */
public final class ClientIdentity {

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private ClientIdentity(List<X509Certificate> chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /** @throws IllegalArgumentException when one of the texts is not what it should be; the message quotes neither */
    public static ClientIdentity of(String certificatePem, String keyPem) {
        return new ClientIdentity(chain(certificatePem), key(keyPem));
    }

    /**
     * @param pem our own certificate first, then those above it
     * @throws IllegalArgumentException when there is none
     */
    public static List<X509Certificate> chain(String pem) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (Object part : parts(pem)) {
                if (part instanceof X509CertificateHolder holder) {
                    chain.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            chain.clear();
        }
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("holds no certificate");
        }
        return List.copyOf(chain);
    }

    /**
     * @param pem a key in PKCS #8, PKCS #1 or SEC 1, not encrypted
     * @throws IllegalArgumentException when there is none
     */
    public static PrivateKey key(String pem) {
        try {
            for (Object part : parts(pem)) {
                PrivateKeyInfo info = part instanceof PEMKeyPair pair ? pair.getPrivateKeyInfo() : null;
                if (info != null || part instanceof PrivateKeyInfo) {
                    return new JcaPEMKeyConverter().getPrivateKey(info == null ? (PrivateKeyInfo) part : info);
                }
            }
        } catch (IOException | RuntimeException e) {
            // Told below, without what was in it.
        }
        throw new IllegalArgumentException("holds no private key, or an encrypted one");
    }

    /** Our own certificate. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    X509ExtendedKeyManager keyManager() {
        return new OneKey();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClientIdentity identity && chain.equals(identity.chain) && key.equals(identity.key);
    }

    @Override
    public int hashCode() {
        return chain.hashCode();
    }

    private static List<Object> parts(String pem) throws IOException {
        List<Object> parts = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Shows the one certificate to whoever asks, whomever he says he accepts: whether it will do is the server's to say. */
    private final class OneKey extends X509ExtendedKeyManager {

        private static final String ALIAS = "client";

        @Override
        public String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return ALIAS;
        }

        @Override
        public String chooseEngineClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }

        @Override
        public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }
    }
}
