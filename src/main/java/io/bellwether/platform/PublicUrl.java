package io.bellwether.platform;

import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach Bellwether from outside, for the links that it sends: {@code bellwether.public-url}. */
@Singleton
public class PublicUrl {

    private final String base;

    PublicUrl(@ConfigProperty(name = "bellwether.public-url", defaultValue = "http://localhost:8080") URI url) {
        this.base = url.toString().replaceAll("/+$", "");
    }

    /** @param path begins with a slash */
    public URI page(String path) {
        return URI.create(base + path);
    }
}
