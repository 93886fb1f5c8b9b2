package io.bellwether.platform.secret;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what leaves and is to be known when it comes back: HMAC-SHA256, cut to 64 bits, under the keys for secrets. */
@Singleton
public final class Signer {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 8;

    private final SecretKeys keys;

    Signer(SecretKeys keys) {
        this.keys = keys;
    }

    /**
     * Sixteen hexadecimal digits.
     *
     * @param purpose what is signed for one purpose is worth nothing for another
     * @throws VaultFailure when there is no key and none can be made
     */
    public String sign(String purpose, String text) {
        return signature(keys.current(), purpose, text);
    }

    /** Whether one of our keys, an earlier one included, has signed this. */
    public boolean signed(String purpose, String text, String signature) {
        byte[] given = signature.getBytes(StandardCharsets.US_ASCII);
        return keys.all().stream()
                .map(key -> signature(key, purpose, text).getBytes(StandardCharsets.US_ASCII))
                .anyMatch(ours -> MessageDigest.isEqual(ours, given));
    }

    private static String signature(SecretKey key, String purpose, String text) {
        byte[] forPurpose = hmac(key.aes().getEncoded(), "sign " + purpose);
        return HexFormat.of().formatHex(Arrays.copyOf(hmac(forPurpose, text), BYTES));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
