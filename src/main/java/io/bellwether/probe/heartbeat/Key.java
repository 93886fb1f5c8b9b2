package io.bellwether.probe.heartbeat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret in a heartbeat's address. It is looked up by its hash, which takes as long for a near miss as for any other. */
final class Key {

    /** Base64 for addresses; 22 characters hold 132 bits. */
    static final String PATTERN = "^[A-Za-z0-9_-]{22,128}$";

    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Key() {}

    /** 192 bits of chance. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256. */
    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
