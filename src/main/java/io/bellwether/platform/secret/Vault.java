package io.bellwether.platform.secret;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into sealed ones and back: {@code sealed:1:<key id>:<base64 of nonce and ciphertext>}, by AES-256-GCM (NIST SP
 * 800-38D) with a nonce of its own each time.
 */
@Singleton
public final class Vault {

    private static final String FORM = "sealed:1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeys keys;

    Vault(SecretKeys keys) {
        this.keys = keys;
    }

    public static boolean isSealed(@Nullable Object value) {
        return value instanceof String text && text.startsWith(FORM);
    }

    /** @throws VaultFailure when there is no key and none can be made */
    public String seal(String plain) {
        SecretKey key = keys.current();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, plain.getBytes(StandardCharsets.UTF_8));
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return FORM + key.id() + ":" + Base64.getEncoder().encodeToString(whole);
    }

    /** @throws VaultFailure when the key is not here, or the text is not as it was sealed */
    public String open(String sealed) {
        int end = sealed.indexOf(':', FORM.length());
        String id = sealed.substring(FORM.length(), Math.max(FORM.length(), end));
        SecretKey key = keys.byId(id)
                .orElseThrow(() -> new VaultFailure("A secret was sealed under the key " + id
                        + ", which this node does not have; give every node the same BELLWETHER_SECRET_KEY, and earlier keys in"
                        + " BELLWETHER_SECRET_KEYS_OLD."));
        try {
            byte[] whole = Base64.getDecoder().decode(sealed.substring(end + 1));
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, key, nonce, Arrays.copyOfRange(whole, NONCE_BYTES, whole.length));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new VaultFailure("A secret is not as it was stored; enter it again.");
        }
    }

    /** Whether the text is sealed under the key that seals today. */
    public boolean isCurrent(String sealed) {
        return sealed.startsWith(FORM + keys.current().id() + ":");
    }

    private static byte[] cipher(int mode, SecretKey key, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((FORM + key.id()).getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed with this key");
        }
    }
}
