package io.bellwether.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two nodes in two places run the same probes; one of them dies half way. */
@Execution(ExecutionMode.CONCURRENT)
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

    private SharedDatabase database;

    @Test
    void everyDueTimeHasOneVerdictAlthoughOneOfThemIsKilled() throws IOException, InterruptedException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                QuietTarget target = QuietTarget.start()) {
            database = new SharedDatabase("jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres");
            check(target.url());
        }
    }

    private void check(String target) throws IOException, InterruptedException {
        try (Nodes nodes = Nodes.start(directory, List.of(node("fra"), node("nyc")))) {
            Application survivor = nodes.get(0);
            Application victim = nodes.get(1);
            String probe = register(survivor, target);
            Instant begin = database.now().plusSeconds(7);
            database.awaitTime(begin.plus(HALF));
            victim.kill();
            Instant killed = database.now();
            Instant end = killed.plus(HALF);
            database.awaitTime(end.plus(ROUND));

            assertThat(database.number(UNMATCHED, begin, end))
                    .as("without its verdict")
                    .isZero();
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

    private Map<String, String> node(String location) {
        return database.node(Map.of("BELLWETHER_LOCATION", location));
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
        return database.number(SEEN, Map.of("from", from, "to", to, "reason", reason));
    }
}
