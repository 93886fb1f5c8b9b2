package io.bellwether.admin;

import io.bellwether.platform.Tokens;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that somebody can sign in, and says how.
 *
 * <p>{@code bellwether.admin-token} is accepted as an ADMIN token of at least 24 characters; without it, and without any
 * usable ADMIN token, one is generated and shown once.
 */
@Singleton
class FirstStart {

    private static final int SHORTEST = 24;
    private static final int BEFORE_ANY_WORK = Interceptor.Priority.PLATFORM_BEFORE - 1;

    private final Optional<String> given;
    private final Tokens tokens;
    private final HttpServer server;
    private volatile @Nullable String generated;

    FirstStart(
            @ConfigProperty(name = "bellwether.admin-token") Optional<String> given, Tokens tokens, HttpServer server) {
        this.given = given;
        this.tokens = tokens;
        this.server = server;
    }

    /** @throws ConfigurationException when the given token is too short; the application does not start */
    void ensureAdmin(@Observes @Priority(BEFORE_ANY_WORK) StartupEvent start) {
        if (given.isPresent() && given.get().length() < SHORTEST) {
            throw new ConfigurationException("BELLWETHER_ADMIN_TOKEN must have at least " + SHORTEST
                    + " characters; it has " + given.get().length() + ".");
        }
        generated = tokens.ensureAdmin(given.orElse(null));
    }

    @SuppressWarnings("SystemOut") // Logs are kept and shipped; the token must not be.
    void sayHow(@ObservesAsync HttpServerStart start) {
        System.out.println(greeting("http://localhost:" + server.getPort()));
    }

    private String greeting(String base) {
        if (generated != null) {
            return """

                Bellwether's admin token, shown this once: %s
                Sign in: %s/sign-in?token=%s
                """.formatted(generated, base, generated);
        }
        return given.isPresent()
                ? "Sign in at " + base + "/sign-in with the token in BELLWETHER_ADMIN_TOKEN."
                : "Sign in at " + base + "/sign-in";
    }
}
