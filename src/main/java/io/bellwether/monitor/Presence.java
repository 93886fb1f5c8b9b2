package io.bellwether.monitor;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Which nodes run probes, as each of them says again and again. By the database's clock. */
@Singleton
class Presence {

    /** Long enough for a database that is away for a moment. */
    private static final String ALIVE = "seen_at > now() - interval '1 minute'";

    private final Jdbi jdbi;

    Presence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional
    void announce(NodeName node) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO node (name, location, seen_at) VALUES (:name, :location, now())
                            ON CONFLICT (name) DO UPDATE SET location = excluded.location, seen_at = excluded.seen_at""")
                    .bind("name", node.name())
                    .bind("location", node.location())
                    .execute();
            handle.execute("DELETE FROM node WHERE seen_at < now() - interval '1 day'");
        });
    }

    @Transactional
    void leave(NodeName node) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM node WHERE name = ?", node.name()));
    }

    /** Whether somebody looks from another location than this node. */
    boolean elsewhere(NodeName node) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM node WHERE location <> :location AND " + ALIVE + ")")
                .bind("location", node.location())
                .mapTo(Boolean.class)
                .one());
    }

    /** The locations that have a living node. */
    Set<String> served() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT DISTINCT location FROM node WHERE location <> '' AND " + ALIVE)
                        .mapTo(String.class)
                        .set());
    }
}
