package io.bellwether.platform.secret;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The key that seals, and all keys that open. Without a configured key one is made in the data directory when first needed. */
@Startup
@Singleton
final class SecretKeys {

    private final @Nullable SecretKey configured;
    private final List<SecretKey> old = new ArrayList<>();
    private final KeyFile file;

    /** @throws ConfigurationException when a key is not base64 of 32 bytes */
    SecretKeys(
            @ConfigProperty(name = "bellwether.secret-key") Optional<String> current,
            @ConfigProperty(name = "bellwether.secret-keys-old") Optional<List<String>> earlier,
            @ConfigProperty(name = "bellwether.data-dir", defaultValue = "./data") Path dataDirectory) {
        this.configured =
                current.map(key -> parse("BELLWETHER_SECRET_KEY", key)).orElse(null);
        earlier.orElse(List.of()).forEach(key -> old.add(parse("BELLWETHER_SECRET_KEYS_OLD", key)));
        this.file = KeyFile.in(dataDirectory);
    }

    SecretKey current() {
        return configured == null ? file.readOrMake() : configured;
    }

    /** Every key this node has, the one that seals first. */
    List<SecretKey> all() {
        List<SecretKey> known = new ArrayList<>(old);
        known.addFirst(current());
        return known;
    }

    /** Empty when this node does not have the key. */
    Optional<SecretKey> byId(String id) {
        List<SecretKey> known = new ArrayList<>(old);
        if (configured != null) {
            known.addFirst(configured);
        }
        return known.stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .or(() -> file.read().filter(key -> key.id().equals(id)));
    }

    private static SecretKey parse(String name, String text) {
        try {
            return SecretKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    name + " " + e.getMessage() + "; 'openssl rand -base64 32' makes a key that will do.");
        }
    }
}
