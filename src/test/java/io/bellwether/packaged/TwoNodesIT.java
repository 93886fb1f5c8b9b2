package io.bellwether.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Two nodes on one database share the work; one of them dies half way. The size is set by the system properties
 * {@code two-nodes.probes} and {@code two-nodes.seconds}; {@code two-nodes.jdbc-url} names another PostgreSQL.
 */
@Execution(ExecutionMode.CONCURRENT)
class TwoNodesIT {

    private static final int PROBES = Integer.getInteger("two-nodes.probes", 100);
    private static final int SECONDS = Integer.getInteger("two-nodes.seconds", 60);
    private static final int EVERY = 10;
    private static final int TIMEOUT = 2;

    @TempDir
    private Path directory;

    @Test
    void runEveryDueTimeOnceAlthoughOneIsKilled() throws IOException, InterruptedException {
        String configured = System.getProperty("two-nodes.jdbc-url");
        try (EmbeddedPostgres postgres = configured == null ? EmbeddedPostgres.start() : null;
                QuietTarget target = QuietTarget.start()) {
            check(
                    new SharedDatabase(
                            configured == null
                                    ? "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres"
                                    : configured),
                    target.url());
        }
    }

    private void check(SharedDatabase database, String target) throws IOException, InterruptedException {
        Map<String, String> environment = database.node(Map.of());
        try (Nodes nodes = Nodes.start(directory, List.of(environment, environment))) {
            Application survivor = nodes.get(0);
            Application victim = nodes.get(1);
            register(survivor, target);
            Instant begin = database.now().plusSeconds(2);
            database.awaitTime(begin.plusSeconds(SECONDS / 2));
            victim.kill();
            Instant killed = database.now();
            Instant end = begin.plusSeconds(SECONDS);
            database.awaitTime(end.plusSeconds(TIMEOUT + 8));

            report(database, begin, end, killed);
            assertThat(database.number(MISSING, begin, end))
                    .as("due times without an observation")
                    .isZero();
            assertThat(database.number(NODES, begin, end))
                    .as("nodes that took part")
                    .isEqualTo(2);
            assertThat(database.number(LATE, begin, end))
                    .as("runs later than a lease can last")
                    .isZero();
        }
    }

    /** Every due time is on the probe's grid, so between its first and last each step must be there; the key forbids doubles. */
    private static final String MISSING = """
            SELECT coalesce(sum(expected - seen), 0) FROM (
              SELECT probe.id, count(observed.due_at) AS seen,
                     (SELECT count(*) FROM generate_series(schedule.next_due - interval '1 day', schedule.next_due, interval '10 s') due
                       WHERE due >= :from AND due < :to) AS expected
                FROM probe JOIN probe_schedule schedule ON schedule.probe_id = probe.id
                LEFT JOIN observed ON observed.probe_id = probe.id AND due_at >= :from AND due_at < :to
               GROUP BY probe.id, schedule.next_due) AS counted""";

    private static final String NODES =
            "SELECT count(DISTINCT node) FROM observed WHERE due_at >= :from AND due_at < :to";

    private static final String LATE = """
            SELECT count(*) FROM observed
             WHERE due_at >= :from AND due_at < :to AND started_at > due_at + interval '9 seconds'""";

    private static void report(SharedDatabase database, Instant from, Instant to, Instant killed) {
        System.out.printf(
                "two nodes, %d probes every %d s for %d s: %d observations, %d missing, %d nodes, %d re-run after the kill, lateness p99 %s ms%n",
                PROBES,
                EVERY,
                SECONDS,
                database.number("SELECT count(*) FROM observed WHERE due_at >= :from AND due_at < :to", from, to),
                database.number(MISSING, from, to),
                database.number(NODES, from, to),
                database.number(
                        "SELECT count(*) FROM observed WHERE due_at >= :from AND due_at < :to AND started_at > due_at + interval '1 second'",
                        killed.minusSeconds(20),
                        killed.plusSeconds(20)),
                database.number("""
                        SELECT coalesce(percentile_disc(0.99) WITHIN GROUP (ORDER BY extract(epoch FROM started_at - due_at) * 1000), 0)::bigint
                          FROM observed WHERE due_at >= :from AND due_at < :to""", from, to));
    }

    private static void register(Application application, String target) {
        application
                .asAdmin()
                .body(Map.of("name", "Many", "slug", "many"))
                .post("/api/v1/vendors")
                .then()
                .statusCode(201);
        for (int i = 0; i < PROBES; i++) {
            application
                    .asAdmin()
                    .body(Map.of(
                            "kind",
                            "http",
                            "name",
                            "probe " + i,
                            "every",
                            "PT" + EVERY + "S",
                            "timeout",
                            "PT" + TIMEOUT + "S",
                            "confirm",
                            Map.of("attempts", 1),
                            "settings",
                            Map.of("url", target)))
                    .post("/api/v1/vendors/many/probes")
                    .then()
                    .statusCode(201);
        }
    }
}
