package io.bellwether.probe.securitytxt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** An OpenPGP key of a made-up vendor. */
final class SigningKey {

    private final BcPGPKeyPair pair;

    private SigningKey(BcPGPKeyPair pair) {
        this.pair = pair;
    }

    /** @param day makes one key differ from another */
    static SigningKey make(int day) {
        byte[] secret = new byte[Ed25519PrivateKeyParameters.KEY_SIZE];
        Arrays.fill(secret, (byte) day);
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(secret);
        try {
            return new SigningKey(new BcPGPKeyPair(
                    PublicKeyPacket.VERSION_4,
                    PublicKeyAlgorithmTags.EDDSA_LEGACY,
                    new AsymmetricCipherKeyPair(key.generatePublicKey(), key),
                    Date.from(Instant.EPOCH.plusSeconds(86_400L * day))));
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    String id() {
        return HexFormat.of().toHexDigits(pair.getKeyID());
    }

    byte[] published() {
        return armoured(stream -> pair.getPublicKey().encode(stream));
    }

    /** With another key as its subkey. */
    byte[] publishedWith(SigningKey subkey) {
        return armoured(stream -> ring(subkey).encode(stream));
    }

    /** As {@link #publishedWith}, but that the owner has revoked the primary key. */
    byte[] publishedAsRevokedWith(SigningKey subkey) {
        return armoured(stream -> {
            PGPSignatureGenerator generator = generator(HashAlgorithmTags.SHA256);
            generator.init(PGPSignature.KEY_REVOCATION, pair.getPrivateKey());
            PGPPublicKeyRing ring = ring(subkey);
            PGPPublicKey revoked = PGPPublicKey.addCertification(
                    ring.getPublicKey(), generator.generateCertification(ring.getPublicKey()));
            PGPPublicKeyRing.insertPublicKey(ring, revoked).encode(stream);
        });
    }

    private PGPPublicKeyRing ring(SigningKey subkey) throws PGPException {
        PGPKeyRingGenerator generator = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                pair,
                "security@vendor.example",
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                null,
                null,
                new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                null);
        generator.addSubKey(subkey.pair);
        return generator.generatePublicKeyRing();
    }

    private PGPSignatureGenerator generator(int hash) {
        return new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), hash), pair.getPublicKey());
    }

    /** @param text lines with their ends of {@code \n} between them */
    String sign(String text, Instant at) {
        return sign(text, at, HashAlgorithmTags.SHA256);
    }

    /** @param hash one of {@link HashAlgorithmTags} */
    String sign(String text, Instant at, int hash) {
        try {
            PGPSignatureGenerator generator = generator(hash);
            generator.init(PGPSignature.CANONICAL_TEXT_DOCUMENT, pair.getPrivateKey());
            PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
            hashed.setSignatureCreationTime(false, Date.from(at));
            hashed.setIssuerKeyID(false, pair.getKeyID());
            generator.setHashedSubpackets(hashed.generate());
            generator.update(text.lines()
                    .map(line -> line.replaceAll("[ \\t]+$", ""))
                    .collect(Collectors.joining("\r\n"))
                    .getBytes(StandardCharsets.UTF_8));
            byte[] signature = armoured(stream -> generator.generate().encode(stream));
            return "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
                    + text.lines()
                            .map(line -> line.startsWith("-") ? "- " + line : line)
                            .collect(Collectors.joining("\n"))
                    + "\n" + new String(signature, StandardCharsets.UTF_8);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] armoured(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream armour = ArmoredOutputStream.builder().build(bytes)) {
            writing.to(armour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Writing {
        void to(ArmoredOutputStream stream) throws IOException, PGPException;
    }
}
