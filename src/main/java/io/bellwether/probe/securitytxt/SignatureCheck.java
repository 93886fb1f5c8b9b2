package io.bellwether.probe.securitytxt;

import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence.Signature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.jspecify.annotations.Nullable;

/**
 * Checks a signature against the keys that the signed file itself names. The standard does not promise that one of them made it
 * (RFC 9116, section 2.5.4), and only a person can tell whose a key is, so a missing key is no fault.
 */
final class SignatureCheck {

    /** Longer keys take too long to work with. */
    private static final int LONGEST_KEY = 8_192;

    private static final int MOST_SIGNATURES = 4;

    private static final Set<Integer> WEAK_HASHES =
            Set.of(HashAlgorithmTags.MD5, HashAlgorithmTags.SHA1, HashAlgorithmTags.RIPEMD160, HashAlgorithmTags.MD2);

    private SignatureCheck() {}

    /** @param keyFiles each a key ring, armoured or not; what cannot be read counts as no key */
    static Signature check(Cleartext cleartext, List<byte[]> keyFiles) {
        List<PGPSignature> signatures = signatures(cleartext.signature());
        if (signatures.isEmpty()) {
            return new Signature(null, "the signature cannot be read.", null, null);
        }
        Signature last = null;
        for (PGPSignature signature : signatures) {
            last = check(cleartext.text(), signature, keyFiles);
            if (Boolean.TRUE.equals(last.good())) {
                return last;
            }
        }
        return last == null ? new Signature(null, "there is no signature.", null, null) : last;
    }

    private static Signature check(String text, PGPSignature signature, List<byte[]> keyFiles) {
        String keyId = HexFormat.of().toHexDigits(signature.getKeyID());
        PGPPublicKeyRing ring = keyFiles.stream()
                .map(file -> ring(file, signature.getKeyID()))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
        PGPPublicKey key = ring == null ? null : ring.getPublicKey(signature.getKeyID());
        if (ring == null || key == null) {
            return told(
                    null,
                    keyFiles.isEmpty()
                            ? "the file names no key that can be fetched over https."
                            : "it was made by the key " + keyId + ", which is not among those the file names.",
                    signature,
                    keyId);
        }
        if (WEAK_HASHES.contains(signature.getHashAlgorithm())) {
            return told(null, "it uses a hash that proves nothing any more.", signature, keyId);
        }
        if (key.hasRevocation() || ring.getPublicKey().hasRevocation()) {
            return told(null, "the key " + keyId + " is revoked.", signature, keyId);
        }
        if (key.getBitStrength() > LONGEST_KEY) {
            return told(null, "the key " + keyId + " is longer than we check.", signature, keyId);
        }
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            boolean good = signature.verify();
            return told(
                    good,
                    good
                            ? "The signature is good; it was made by the key " + keyId + "."
                            : "The signature by the key " + keyId + " does not fit the text.",
                    signature,
                    keyId);
        } catch (PGPException | RuntimeException e) {
            return told(null, "the signature or its key cannot be worked with.", signature, keyId);
        }
    }

    private static Signature told(@Nullable Boolean good, String says, PGPSignature signature, String keyId) {
        return new Signature(good, says, keyId, signature.getCreationTime().toInstant());
    }

    private static List<PGPSignature> signatures(String armoured) {
        try {
            Object first = new BcPGPObjectFactory(decoded(armoured.getBytes(StandardCharsets.UTF_8))).nextObject();
            List<PGPSignature> found = new ArrayList<>();
            if (first instanceof PGPSignatureList list) {
                StreamSupport.stream(list.spliterator(), false)
                        .limit(MOST_SIGNATURES)
                        .forEach(found::add);
            }
            return found;
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    /** The primary key and its subkeys, of which one is asked for; a revoked primary key revokes all of them. */
    private static @Nullable PGPPublicKeyRing ring(byte[] file, long keyId) {
        try {
            return new PGPPublicKeyRingCollection(decoded(file), new BcKeyFingerprintCalculator())
                    .getPublicKeyRing(keyId);
        } catch (IOException | PGPException | RuntimeException e) {
            return null;
        }
    }

    private static InputStream decoded(byte[] bytes) throws IOException {
        return PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes));
    }
}
