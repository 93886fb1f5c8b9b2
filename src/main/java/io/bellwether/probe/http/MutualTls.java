package io.bellwether.probe.http;

import io.bellwether.platform.egress.ClientIdentity;
import io.bellwether.platform.secret.Secret;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.Rule;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of ours (RFC 8446, 4.4.2), as PEM.
 *
 * @param certificate our own, then those above it that the server needs
 * @param privateKey its key, not encrypted
 */
@Obeys(MutualTls.Pair.class)
record MutualTls(
        @NotNull @Size(max = 65_536) @Obeys(MutualTls.Certificate.class)
        String certificate,

        @NotNull @Size(max = 65_536) @Obeys(MutualTls.Key.class) @Secret
        String privateKey) {

    ClientIdentity identity() {
        return ClientIdentity.of(certificate, privateKey);
    }

    @Override
    public String toString() {
        return "MutualTls[]";
    }

    static final class Certificate implements Rule<String> {

        @Override
        public @Nullable String fault(String pem) {
            try {
                ClientIdentity.chain(pem);
                return null;
            } catch (IllegalArgumentException e) {
                return "Must be a certificate in PEM, from -----BEGIN CERTIFICATE----- on; it " + e.getMessage() + ".";
            }
        }
    }

    static final class Key implements Rule<String> {

        @Override
        public @Nullable String fault(String pem) {
            try {
                ClientIdentity.key(pem);
                return null;
            } catch (IllegalArgumentException e) {
                return "Must be a private key in PEM without a passphrase; it " + e.getMessage() + ".";
            }
        }
    }

    /** Certificate and key belong together. */
    static final class Pair implements Rule<MutualTls> {

        @Override
        public @Nullable String fault(MutualTls pair) {
            try {
                PublicKey open =
                        ClientIdentity.chain(pair.certificate).getFirst().getPublicKey();
                return belong(open, ClientIdentity.key(pair.privateKey))
                        ? null
                        : "The privateKey does not belong to the first certificate.";
            } catch (IllegalArgumentException | NullPointerException e) {
                return null;
            }
        }

        private static boolean belong(PublicKey open, PrivateKey own) {
            String algorithm = switch (open.getAlgorithm()) {
                case "EC" -> "SHA256withECDSA";
                case "RSA" -> "SHA256withRSA";
                default -> open.getAlgorithm();
            };
            try {
                Signature signature = Signature.getInstance(algorithm);
                signature.initSign(own);
                signature.update(new byte[] {1});
                byte[] signed = signature.sign();
                signature.initVerify(open);
                signature.update(new byte[] {1});
                return signature.verify(signed);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }
}
