package io.bellwether.probe.courtesy;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table {@code robots}: the files that were fetched within the last day, by any node. */
@Singleton
final class RobotsTable {

    private final Jdbi jdbi;

    RobotsTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<byte[]> find(String origin) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT body FROM robots WHERE origin = :origin AND fetched_at > now() - INTERVAL '1 day'""")
                .bind("origin", origin)
                .mapTo(byte[].class)
                .findOne());
    }

    void keep(String origin, byte[] body) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO robots (origin, fetched_at, body) VALUES (:origin, now(), :body)
                        ON CONFLICT (origin) DO UPDATE SET fetched_at = excluded.fetched_at, body = excluded.body""")
                .bind("origin", origin)
                .bind("body", body)
                .execute());
    }

    void forget() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM robots WHERE fetched_at < now() - INTERVAL '1 day'"));
    }
}
