package io.bellwether.platform.secret;

import io.bellwether.platform.SecretSettings;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Vaults with keys that only tests know. */
public final class TestVault {

    static final String KEY = key(1);

    private TestVault() {}

    public static SecretSettings settings() {
        return new SecretSettings(with(KEY));
    }

    /** @param current the key that seals; those that follow only open */
    static Vault with(String current, String... old) {
        return new Vault(new SecretKeys(Optional.of(current), Optional.of(List.of(old)), Path.of("nowhere")));
    }

    public static Signer signer() {
        return signer(KEY);
    }

    /** @param current the key that signs; those that follow are only believed */
    static Signer signer(String current, String... old) {
        return new Signer(new SecretKeys(Optional.of(current), Optional.of(List.of(old)), Path.of("nowhere")));
    }

    static Vault keptIn(Path directory) {
        return new Vault(new SecretKeys(Optional.empty(), Optional.empty(), directory));
    }

    static String key(int number) {
        byte[] key = new byte[32];
        key[0] = (byte) number;
        return Base64.getEncoder().encodeToString(key);
    }
}
