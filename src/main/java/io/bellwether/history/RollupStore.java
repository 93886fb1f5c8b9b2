package io.bellwether.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Stores and reads summaries. Counts of zero and no runs are null, which takes no room. */
final class RollupStore {

    private static final int FETCH = 5_000;
    private static final byte[] NO_RUNS = {};

    private RollupStore() {}

    /** Replaces what is there. */
    static void put(Handle handle, Level level, List<Rollup> rollups) {
        handle.createUpdate("""
                        INSERT INTO %s (at, series, up, degraded, down, unknown, timings, runs)
                        SELECT at::timestamptz, series, nullif(up, 0), nullif(degraded, 0), nullif(down, 0), nullif(unknown, 0),
                               timings, nullif(runs, '')
                          FROM unnest(:at, :series, :up, :degraded, :down, :unknown, :timings::bytea[], :runs::bytea[])
                            AS fresh (at, series, up, degraded, down, unknown, timings, runs)
                        ON CONFLICT (series, at) DO UPDATE SET up = excluded.up, degraded = excluded.degraded,
                            down = excluded.down, unknown = excluded.unknown, timings = excluded.timings,
                            runs = excluded.runs""".formatted(level.table()))
                .bindArray(
                        "at",
                        String.class,
                        column(rollups, rollup -> rollup.at().toString()))
                .bindArray("series", Integer.class, column(rollups, Rollup::series))
                .bindArray("up", Integer.class, column(rollups, rollup ->
                        (int) rollup.counts().up()))
                .bindArray("degraded", Integer.class, column(rollups, rollup ->
                        (int) rollup.counts().degraded()))
                .bindArray("down", Integer.class, column(rollups, rollup ->
                        (int) rollup.counts().down()))
                .bindArray("unknown", Integer.class, column(rollups, rollup ->
                        (int) rollup.counts().unknown()))
                .bindArray(
                        "timings",
                        byte[].class,
                        column(rollups, rollup -> rollup.timings().bytes()))
                .bindArray("runs", byte[].class, column(rollups, rollup -> Runs.bytes(rollup.runs(), rollup.at())))
                .execute();
    }

    /** Of all series, one after the other, each in order of time. */
    static void each(Handle handle, Level level, Instant from, Instant to, Consumer<Rollup> consumer) {
        handle.createQuery(
                        "SELECT * FROM %s WHERE at >= :from AND at < :to ORDER BY series, at".formatted(level.table()))
                .setFetchSize(FETCH)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> rollup(row))
                .forEach(consumer);
    }

    /** Of some series, one after the other, each in order of time. */
    static List<Rollup> of(Handle handle, Level level, Collection<Integer> series, Instant from, Instant to) {
        return handle.createQuery("""
                        SELECT * FROM %s WHERE series = ANY (:series) AND at >= :from AND at < :to ORDER BY series, at""".formatted(level.table()))
                .bindArray("series", Integer.class, series.toArray())
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> rollup(row))
                .list();
    }

    private static Rollup rollup(ResultSet row) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        return new Rollup(
                row.getInt("series"),
                at,
                new Counts(row.getLong("up"), row.getLong("degraded"), row.getLong("down"), row.getLong("unknown")),
                Timings.from(row.getBytes("timings")),
                Runs.from(Objects.requireNonNullElse(row.getBytes("runs"), NO_RUNS), at));
    }

    private static Object[] column(List<Rollup> rollups, Function<Rollup, Object> part) {
        return rollups.stream().map(part).toArray();
    }
}
