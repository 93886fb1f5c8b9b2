package io.bellwether.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A PostgreSQL for several nodes that can be stopped and started on the same files and port, durable as an operator has it. */
final class FaultsDatabase implements AutoCloseable {

    private final Path files;
    private final int port = Ports.free(1);
    private EmbeddedPostgres postgres;

    private FaultsDatabase(Path files) throws IOException {
        this.files = files;
        this.postgres = launch();
    }

    static FaultsDatabase start(Path files) throws IOException {
        Files.createDirectories(files);
        return new FaultsDatabase(files);
    }

    private EmbeddedPostgres launch() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    /** What a node needs to know of it. */
    Map<String, String> settings() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", url(),
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres");
    }

    Handle open() {
        return Jdbi.create(url(), "postgres", "postgres").open();
    }

    /** Stops it, throwing everybody out, and starts it again after a while. */
    FaultsWindow away(Duration time) throws IOException, InterruptedException {
        return FaultsWindow.around(() -> {
            postgres.close();
            Thread.sleep(time);
            postgres = launch();
        });
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }
}
