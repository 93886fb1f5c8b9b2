package io.bellwether.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes in two places run the same probes; one of them dies half way. */
class LocationsIT {

    private static final int PROBES = 20;
    private static final Duration HALF = Duration.ofSeconds(20);
    private static final Duration ROUND = Duration.ofSeconds(20);

    /** Of each due time that the survivor saw there is exactly one verdict, and the other way round. */
    private static final String UNMATCHED = """
            SELECT count(*) FROM (SELECT probe_id, due_at FROM observed WHERE location = 'fra') fra
              FULL JOIN (SELECT probe_id, due_at FROM observed WHERE location = '') verdict USING (probe_id, due_at)
             WHERE due_at >= :from AND due_at < :to AND (fra.probe_id IS NULL OR verdict.probe_id IS NULL)""";

    private static final String SEEN = """
            SELECT count(*) FROM observed
             WHERE due_at >= :from AND due_at < :to AND location = '' AND outcome = 'UP' AND reason = :reason""";

    @TempDir
    private Path directory;

    private Jdbi database;

    @Test
    void everyDueTimeHasOneVerdictAlthoughOneOfThemIsKilled() throws IOException, InterruptedException {
        HttpServer target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        target.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        target.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        target.start();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            check(
                    "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                    "http://localhost:" + target.getAddress().getPort() + "/");
        } finally {
            target.stop(0);
        }
    }

    private void check(String url, String target) throws IOException, InterruptedException {
        database = Jdbi.create(url, "postgres", "postgres");
        try (Application survivor = Application.start(directory, environment(url, "fra"));
                Application victim = Application.start(directory, environment(url, "nyc"))) {
            String probe = register(survivor, target);
            Instant begin = now().plusSeconds(7);
            awaitTime(begin.plus(HALF));
            victim.kill();
            Instant killed = now();
            Instant end = killed.plus(HALF);
            awaitTime(end.plus(ROUND));

            assertThat(number(UNMATCHED, begin, end)).as("without its verdict").isZero();
            assertThat(seen("UP at fra and nyc.", begin, killed.minusSeconds(5)))
                    .isPositive();
            assertThat(seen("UP at fra, no answer from nyc.", killed.plusSeconds(5), end))
                    .as("two or three due times of each")
                    .isGreaterThanOrEqualTo(2 * PROBES);
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(survivor.asAdmin()
                                    .get("/api/v1/probes/" + probe)
                                    .jsonPath()
                                    .getList("unserved"))
                            .isEqualTo(List.of("nyc")));
        }
    }

    private static Map<String, String> environment(String url, String location) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", url,
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                "BELLWETHER_LOCATION", location,
                "BELLWETHER_EGRESS_ALLOW", "127.0.0.0/8,localhost");
    }

    private static String register(Application application, String target) {
        application
                .asAdmin()
                .body(Map.of("name", "Many", "slug", "many"))
                .post("/api/v1/vendors")
                .then()
                .statusCode(201);
        String id = "";
        for (int i = 0; i < PROBES; i++) {
            id = application
                    .asAdmin()
                    .body(Map.of(
                            "kind",
                            "http",
                            "every",
                            "PT5S",
                            "timeout",
                            "PT2S",
                            "confirm",
                            Map.of("attempts", 1),
                            "locations",
                            List.of("fra", "nyc"),
                            "settings",
                            Map.of("url", target)))
                    .post("/api/v1/vendors/many/probes")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }
        return id;
    }

    private long seen(String reason, Instant from, Instant to) {
        return database.withHandle(handle -> handle.createQuery(SEEN)
                .bind("from", from)
                .bind("to", to)
                .bind("reason", reason)
                .mapTo(long.class)
                .one());
    }

    private long number(String sql, Instant from, Instant to) {
        return database.withHandle(handle -> handle.createQuery(sql)
                .bind("from", from)
                .bind("to", to)
                .mapTo(long.class)
                .one());
    }

    private Instant now() {
        return database.withHandle(handle ->
                handle.createQuery("SELECT now()").mapTo(Instant.class).one());
    }

    private void awaitTime(Instant time) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(now()).isAfter(time));
    }
}
