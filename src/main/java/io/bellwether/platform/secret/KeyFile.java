package io.bellwether.platform.secret;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The key that is made when none is given; only its owner may read the file. */
record KeyFile(Path path) {

    private static final String NAME = "secret.key";

    static KeyFile in(Path directory) {
        return new KeyFile(directory.resolve(NAME));
    }

    /**
     * Empty as long as the file has not been made.
     *
     * @throws VaultFailure when there is a file, but no key in it
     */
    Optional<SecretKey> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SecretKey.parse(Files.readString(path)));
        } catch (IOException | IllegalArgumentException e) {
            throw new VaultFailure("The key for secrets in " + path + " cannot be used (" + e.getMessage()
                    + "); put the right file back, or set BELLWETHER_SECRET_KEY.");
        }
    }

    /** @throws VaultFailure when the file can be neither read nor made */
    SecretKey readOrMake() {
        return read().orElseGet(this::make);
    }

    private SecretKey make() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            Path directory = Files.createDirectories(path.toAbsolutePath().getParent());
            // A temporary file is its owner's alone from its first moment on.
            Path fresh = Files.createTempFile(directory, NAME, null);
            Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n");
            put(fresh);
        } catch (IOException e) {
            throw new VaultFailure("A key for secrets cannot be kept in " + path + " ("
                    + e.getClass().getSimpleName() + "); set BELLWETHER_SECRET_KEY.");
        }
        return read().orElseThrow();
    }

    /** Where another was first, its key counts. */
    private void put(Path fresh) throws IOException {
        try {
            Files.move(fresh, path);
        } catch (FileAlreadyExistsException e) {
            Files.delete(fresh);
        }
    }
}
