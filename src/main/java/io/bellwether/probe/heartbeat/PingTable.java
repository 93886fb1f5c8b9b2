package io.bellwether.probe.heartbeat;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The tables {@code heartbeat_ping} and {@code heartbeat_watch}. A key is in service while a probe has it in its settings. */
@Singleton
class PingTable {

    /** How many calls of each key are kept. */
    static final int KEPT = 100;

    /** How many of them are judged, with so many characters of their payload. */
    private static final int JUDGED = 20;

    private static final int SHOWN = 2_000;

    /** Two runs missed in a row: nobody was there to run them, and perhaps nobody to listen. */
    private static final String LONG_AGO = "now() - (2 * every_ms + 10000) * interval '1 millisecond'";

    private static final String IN_SERVICE =
            "kind = 'heartbeat' AND removed_at IS NULL AND sha256((settings ->> 'key')::bytea) = :hash";

    private static final String LOOK = """
            WITH mine AS (SELECT created_at, every_ms, %1$s AS long_ago FROM probe WHERE %2$s ORDER BY id LIMIT 1),
            watch AS (
              INSERT INTO heartbeat_watch AS watch (key_hash, looked_at, away_from, away_to)
              SELECT :hash, now(),
                     CASE WHEN created_at < long_ago THEN created_at END, CASE WHEN created_at < long_ago THEN now() END
                FROM mine
              ON CONFLICT (key_hash) DO UPDATE
                 SET looked_at = now(),
                     away_from = CASE WHEN watch.looked_at < (SELECT long_ago FROM mine)
                                      THEN watch.looked_at ELSE watch.away_from END,
                     away_to = CASE WHEN watch.looked_at < (SELECT long_ago FROM mine)
                                    THEN now() ELSE watch.away_to END
              RETURNING away_from, away_to)
            SELECT now() AS now, created_at, every_ms, away_from, away_to FROM mine CROSS JOIN watch
            """.formatted(LONG_AGO, IN_SERVICE);

    private final Jdbi jdbi;

    PingTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What is known of a key at this moment, which is noted as one at which we listened; empty when it is not in service. */
    Optional<Watch> watch(String key) {
        byte[] hash = Key.hash(key);
        return jdbi.withHandle(handle -> {
            List<Ping> pings = pings(handle, hash);
            return handle.createQuery(LOOK)
                    .bind("hash", hash)
                    .map((row, context) -> watch(row, pings))
                    .findOne();
        });
    }

    /** Keeps a call; false when its key is not in service. */
    boolean add(byte[] hash, Signal signal, @Nullable String payload) {
        return jdbi.withHandle(handle -> {
            int added = handle.createUpdate("""
                            INSERT INTO heartbeat_ping (key_hash, at, kind, exit_code, payload)
                            SELECT :hash, now(), :kind, :exitCode, :payload WHERE EXISTS (SELECT FROM probe WHERE %s)""".formatted(IN_SERVICE))
                    .bind("hash", hash)
                    .bind("kind", signal.kind())
                    .bind("exitCode", signal.exitCode())
                    .bind("payload", payload)
                    .execute();
            return added > 0 && prune(handle, hash);
        });
    }

    /** Forgets what belongs to keys that are no longer in service. */
    void forgetRemoved() {
        jdbi.useHandle(handle -> {
            for (String table : List.of("heartbeat_ping", "heartbeat_watch")) {
                handle.execute("""
                        DELETE FROM %s WHERE key_hash NOT IN (
                               SELECT sha256((settings ->> 'key')::bytea) FROM probe
                                WHERE kind = 'heartbeat' AND removed_at IS NULL)""".formatted(table));
            }
        });
    }

    private static boolean prune(Handle handle, byte[] hash) {
        handle.createUpdate("""
                        DELETE FROM heartbeat_ping WHERE key_hash = :hash AND id <= (
                               SELECT id FROM heartbeat_ping WHERE key_hash = :hash ORDER BY id DESC OFFSET :kept LIMIT 1)""").bind("hash", hash).bind("kept", KEPT).execute();
        return true;
    }

    private static List<Ping> pings(Handle handle, byte[] hash) {
        return handle.createQuery("""
                        SELECT at, kind, exit_code, left(payload, :shown) AS payload
                          FROM heartbeat_ping WHERE key_hash = :hash ORDER BY id DESC LIMIT :judged""")
                .bind("hash", hash)
                .bind("shown", SHOWN)
                .bind("judged", JUDGED)
                .map((row, context) -> ping(row))
                .list();
    }

    static Ping ping(ResultSet row) throws SQLException {
        return new Ping(
                instant(row, "at"),
                Ping.Kind.valueOf(row.getString("kind")),
                row.getObject("exit_code", Integer.class),
                row.getString("payload"));
    }

    private static Watch watch(ResultSet row, List<Ping> pings) throws SQLException {
        boolean wasAway = row.getObject("away_from") != null;
        return new Watch(
                instant(row, "now"),
                instant(row, "created_at"),
                Duration.ofMillis(row.getLong("every_ms")),
                wasAway ? new Watch.Away(instant(row, "away_from"), instant(row, "away_to")) : null,
                pings);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
