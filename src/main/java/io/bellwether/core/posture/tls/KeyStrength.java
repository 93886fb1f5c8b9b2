package io.bellwether.core.posture.tls;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a key's size is worth in the guide's scale. */
final class KeyStrength {

    private static final Map<String, Integer> GROUP_BITS = Map.of(
            "secp192r1",
            192,
            "secp224r1",
            224,
            "secp256k1",
            256,
            "secp256r1",
            256,
            "secp384r1",
            384,
            "secp521r1",
            521,
            "x25519",
            253,
            "x448",
            448,
            "X25519MLKEM768",
            253);

    private static final Map<String, Integer> FINITE_GROUP_BITS =
            Map.of("ffdhe2048", 2048, "ffdhe3072", 3072, "ffdhe4096", 4096);

    private KeyStrength() {}

    /** 20 to 100; null when the size is not known. */
    static @Nullable Integer score(TlsCertificate certificate) {
        if (certificate.keyBits() <= 0) {
            return null;
        }
        return curve(certificate.keyType()) ? curveScore(certificate.keyBits()) : score(certificate.keyBits());
    }

    /** Of what was made for one connection; 100 when nothing was, null when its size is not known. */
    static @Nullable Integer score(TlsAnswer answer) {
        Integer bits = answer.keyBits();
        if (bits != null) {
            return score(bits);
        }
        String group = answer.group();
        if (group == null) {
            return 100;
        }
        Integer curve = GROUP_BITS.get(group);
        Integer finite = FINITE_GROUP_BITS.get(group);
        return curve != null ? Integer.valueOf(curveScore(curve)) : finite != null ? score(finite) : null;
    }

    /** Of an RSA or Diffie-Hellman modulus. */
    private static Integer score(int bits) {
        if (bits < 512) {
            return 20;
        }
        if (bits < 1024) {
            return 40;
        }
        if (bits < 2048) {
            return 80;
        }
        return bits < 4096 ? 90 : 100;
    }

    /** As testssl.sh has it, for the guide has no curves. */
    private static int curveScore(int bits) {
        if (bits < 110) {
            return 20;
        }
        if (bits < 123) {
            return 40;
        }
        if (bits < 163) {
            return 80;
        }
        return bits < 225 ? 90 : 100;
    }

    /** Whether it is worth less than 2048 bits of RSA. */
    static boolean isShort(TlsCertificate certificate) {
        int bits = certificate.keyBits();
        return bits > 0 && (curve(certificate.keyType()) ? bits < 224 : bits < 2048);
    }

    /** Whether it is worth less than 1024 bits of RSA, or protects nothing at all. */
    static boolean isBreakable(TlsCertificate certificate) {
        int bits = certificate.keyBits();
        Integer exponent = certificate.exponent();
        return (bits > 0 && (curve(certificate.keyType()) ? bits < 160 : bits < 1024))
                || (exponent != null && exponent == 1);
    }

    private static boolean curve(String keyType) {
        return keyType.startsWith("E");
    }
}
