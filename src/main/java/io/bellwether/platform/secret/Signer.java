package io.bellwether.platform.secret;

import jakarta.inject.Singleton;
import java.util.HexFormat;

/** Signs what leaves and is to be known when it comes back: HMAC-SHA256, cut to 64 bits, under the keys for secrets. */
@Singleton
public final class Signer {

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
        return keys.all().stream().anyMatch(key -> Hmac.same(signature(key, purpose, text), signature));
    }

    private static String signature(SecretKey key, String purpose, String text) {
        byte[] forPurpose = Hmac.sha256(key.aes().getEncoded(), "sign " + purpose);
        return HexFormat.of().formatHex(Hmac.sha256(forPurpose, text), 0, BYTES);
    }
}
