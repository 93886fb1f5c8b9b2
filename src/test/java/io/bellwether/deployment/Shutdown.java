package io.bellwether.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** How long the application itself waits for what is under way. */
final class Shutdown {

    private Shutdown() {}

    static long timeoutSeconds() {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Duration.parse(properties.getProperty("quarkus.shutdown.timeout"))
                .toSeconds();
    }

    /** Of a text such as {@code 30s}. */
    static long seconds(String text) {
        return Duration.parse("PT" + text).toSeconds();
    }
}
