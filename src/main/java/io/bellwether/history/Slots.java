package io.bellwether.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Which times have observations, and how far each is summarised. A slot is open while its time lasts, then over, then
 * summarised; an observation that comes later makes it late, and it is summarised again.
 */
final class Slots {

    private record Slot(Level level, Instant at) {}

    private Slots() {}

    /** Says in the running transaction that there are new observations of these times. */
    static void touch(Handle handle, Collection<Instant> times) {
        List<Slot> slots = Arrays.stream(Level.values())
                .flatMap(level ->
                        times.stream().map(level::floor).distinct().sorted().map(at -> new Slot(level, at)))
                .toList();
        String[] levels = slots.stream().map(slot -> slot.level().name()).toArray(String[]::new);
        String[] begins = slots.stream().map(slot -> slot.at().toString()).toArray(String[]::new);
        handle.createUpdate("""
                        INSERT INTO rollup_slot (level, at) SELECT level, at::timestamptz FROM unnest(:levels, :begins)
                            AS touched (level, at)
                        ON CONFLICT DO NOTHING""")
                .bindArray("levels", String.class, (Object[]) levels)
                .bindArray("begins", String.class, (Object[]) begins)
                .execute();
        handle.createUpdate("""
                        UPDATE rollup_slot slot SET state = CASE WHEN state = 2 THEN 3 ELSE state END
                          FROM unnest(:levels, :begins) AS touched (level, at)
                         WHERE slot.level = touched.level AND slot.at = touched.at::timestamptz AND state >= 1""")
                .bindArray("levels", String.class, (Object[]) levels)
                .bindArray("begins", String.class, (Object[]) begins)
                .execute();
    }

    /**
     * Marks the open slots that ended before {@code now} as over. Waits until no transaction is left that could have written
     * to one of them without seeing this mark; those that come after do see it, and make the slot late.
     */
    static void close(Handle handle, Level level, Instant now) {
        handle.execute("LOCK TABLE rollup_slot IN SHARE ROW EXCLUSIVE MODE");
        handle.createUpdate("UPDATE rollup_slot SET state = 1 WHERE level = :level AND state = 0 AND at <= :last")
                .bind("level", level.name())
                .bind("last", now.minus(level.length()))
                .execute();
    }

    static boolean anyToClose(Handle handle, Level level, Instant now) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT FROM rollup_slot WHERE level = :level AND state = 0 AND at <= :last)")
                .bind("level", level.name())
                .bind("last", now.minus(level.length()))
                .mapTo(boolean.class)
                .one();
    }

    /** The oldest slots that are to be summarised; in the running transaction they are marked as summarised. */
    static List<Instant> take(Handle handle, Level level) {
        return handle
                .createQuery("""
                        WITH oldest AS (
                          SELECT at FROM rollup_slot WHERE level = :level AND state IN (1, 3) ORDER BY at LIMIT :atOnce FOR UPDATE)
                        UPDATE rollup_slot slot SET state = 2 FROM oldest
                         WHERE slot.level = :level AND slot.at = oldest.at RETURNING slot.at""")
                .bind("level", level.name())
                .bind("atOnce", level.atOnce())
                .mapTo(Instant.class)
                .stream()
                .sorted()
                .toList();
    }

    /**
     * The slots of each level whose summaries do not say everything: not made yet, or made before an observation came late.
     *
     * @param from the first slot's begin is at or after it
     * @param to exclusive
     */
    static Map<Level, NavigableSet<Instant>> unread(Handle handle, Instant from, Instant to) {
        Map<Level, NavigableSet<Instant>> unread = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            unread.put(level, new TreeSet<>());
        }
        handle.createQuery("SELECT level, at FROM rollup_slot WHERE state <> 2 AND at >= :from AND at < :to")
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> new Slot(
                        Level.valueOf(row.getString("level")),
                        row.getTimestamp("at").toInstant()))
                .forEach(
                        slot -> Objects.requireNonNull(unread.get(slot.level())).add(slot.at()));
        return unread;
    }

    static void deleteBefore(Handle handle, Level level, Instant time) {
        handle.execute("DELETE FROM rollup_slot WHERE level = ? AND at < ?", level.name(), time);
    }
}
