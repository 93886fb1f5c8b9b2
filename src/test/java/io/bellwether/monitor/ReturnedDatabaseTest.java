package io.bellwether.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.platform.Ids;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of claims when the database itself was away for longer than they last. */
class ReturnedDatabaseTest {

    private static final NodeName A = new NodeName("a", "");
    private static final NodeName B = new NodeName("b", "");
    private static final MonitorSettings SETTINGS = new Settings();

    private record Settings() implements MonitorSettings {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int concurrency() {
            return 10;
        }

        @Override
        public int manualRuns() {
            return 1;
        }

        @Override
        public Duration lookAhead() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration tick() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration leaseMargin() {
            return Duration.ofSeconds(3);
        }
    }

    @TempDir
    private Path files;

    @Test
    void whoHoldsAResultMayComeBackWithIt() throws IOException {
        Claim first;
        Claim second;
        try (EmbeddedPostgres postgres = start()) {
            Jdbi jdbi = jdbi(postgres);
            Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
            UUID vendor = vendor(jdbi);
            probe(jdbi, vendor);
            probe(jdbi, vendor);
            List<Claim> claims = new Leases(jdbi, SETTINGS).claim(A, 10).claims();
            assertThat(claims).hasSize(2);
            first = claims.getFirst();
            second = claims.getLast();
            jdbi.useHandle(
                    handle -> handle.execute("UPDATE probe_lease SET lease_until = now() - interval '1 minute'"));
            jdbi.useHandle(handle -> handle.execute("UPDATE probe_schedule SET next_due = now() + interval '1 day'"));
        }
        try (EmbeddedPostgres postgres = start()) {
            Jdbi jdbi = jdbi(postgres);
            Leases leases = new Leases(jdbi, SETTINGS);

            assertThat(leases.claim(B, 10).claims()).isEmpty();
            assertThat(leases.release(Set.of(first))).containsExactly(first);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(leases.claim(B, 10).claims())
                            .singleElement()
                            .satisfies(claim -> assertThat(claim.probeId()).isEqualTo(second.probeId())));
        }
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .start();
    }

    private static Jdbi jdbi(EmbeddedPostgres postgres) {
        return Jdbi.create(postgres.getPostgresDatabase()).installPlugin(new PostgresPlugin());
    }

    private static UUID vendor(Jdbi jdbi) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO vendor (id, slug, name, tier, created_at, updated_at) VALUES (?, 'v', 'V', 'STANDARD', now(), now())",
                id));
        return id;
    }

    private static void probe(Jdbi jdbi, UUID vendor) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> {
            handle.execute("""
                    INSERT INTO probe (id, vendor_id, kind, name, every_ms, timeout_ms, confirm_attempts, confirm_delay_ms,
                                       settings, created_at, updated_at)
                    VALUES (?, ?, 'http', 'home', 10000, 2000, 1, 0, '{}', now(), now())""", id, vendor);
            handle.execute(
                    "INSERT INTO probe_schedule (probe_id, every_ms, longest_ms, version, next_due) VALUES (?, 10000, 2000, 0, now())",
                    id);
        });
    }
}
