package io.bellwether.platform.secret;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for AES-256.
 *
 * @param id tells keys apart and gives nothing away: the first 32 bits of the key's SHA-256, in hexadecimal
 */
record SecretKey(String id, SecretKeySpec aes) {

    private static final int BYTES = 32;

    /** @throws IllegalArgumentException when the text is not base64 of 32 bytes; its message does not hold the text */
    static SecretKey parse(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not base64");
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("has " + bytes.length + " bytes, not " + BYTES);
        }
        return new SecretKey(id(bytes), new SecretKeySpec(bytes, "AES"));
    }

    private static String id(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 4));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SecretKey[" + id + "]";
    }
}
