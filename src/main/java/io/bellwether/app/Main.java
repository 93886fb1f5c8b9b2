package io.bellwether.app;

import io.bellwether.app.demo.DemoWorld;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Entry point of the packaged application. */
@QuarkusMain
public final class Main {

    private static final Logger LOG = Logger.getLogger(Main.class);
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final int DEMO_PORT = 18_440;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);

    private Main() {}

    public static void main(String... arguments) throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(over), "stop-database"));
        int code;
        try {
            code = run(arguments);
        } finally {
            over.countDown();
        }
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int run(String... arguments) throws IOException {
        // A probe must see the vendor's DNS as it is now, and time it truly.
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        // Probes that are under way when the process is told to stop still have names to resolve.
        System.setProperty("dnsjava.nio.register_shutdown_hook", "false");
        Config config = ConfigProvider.getConfig();
        Path data = Path.of(
                config.getOptionalValue("bellwether.data-dir", String.class).orElse("./data"));
        AtomicInteger code = new AtomicInteger();
        try (EmbeddedDatabase database = databaseUnlessConfigured(config, data);
                DemoWorld demo = demoIfAsked(config, data)) {
            Quarkus.run(
                    null,
                    (exitCode, failure) -> {
                        code.set(exitCode);
                        report(failure);
                    },
                    arguments);
        } catch (IllegalStateException e) {
            System.err.println("bellwether: " + e.getMessage());
            return 1;
        }
        return code.get();
    }

    /** A wrong setting needs a sentence; everything else is a fault of ours and needs its whole trace. */
    private static void report(@Nullable Throwable failure) {
        if (failure == null) {
            return;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException) {
                System.err.println("bellwether: " + cause.getMessage());
                return;
            }
        }
        LOG.error("Bellwether could not start.", failure);
    }

    /** After a signal the JVM ends as soon as its hooks have; the database has to be stopped before. */
    private static void await(CountDownLatch over) {
        try {
            if (!over.await(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("bellwether: stopping takes too long; the database recovers at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable EmbeddedDatabase databaseUnlessConfigured(Config config, Path data) throws IOException {
        if (config.getOptionalValue(JDBC_URL, String.class).isPresent()) {
            return null;
        }
        EmbeddedDatabase database = EmbeddedDatabase.start(data);
        System.setProperty(JDBC_URL, database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", "postgres");
        System.setProperty("quarkus.datasource.password", "postgres");
        return database;
    }

    private static @Nullable DemoWorld demoIfAsked(Config config, Path data) throws IOException {
        if (!config.getOptionalValue("bellwether.demo", Boolean.class).orElse(false)) {
            return null;
        }
        int port =
                config.getOptionalValue("bellwether.demo.port", Integer.class).orElse(DEMO_PORT);
        DemoWorld demo = DemoWorld.start(data, port, Clock.systemUTC());
        demo.configuration().forEach(System::setProperty);
        return demo;
    }
}
