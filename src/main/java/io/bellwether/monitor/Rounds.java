package io.bellwether.monitor;

import io.bellwether.history.DueTime;
import io.bellwether.vendor.ConfiguredProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The due times of probes with locations whose verdict is not there yet. A row is locked by whoever brings an answer, until its
 * transaction ends: of two nodes that bring the last two answers at once, the second sees both. All methods belong into a
 * running transaction, and locking before anything else that others could wait for.
 */
@Singleton
class Rounds {

    private static final int AT_ONCE = 500;

    private final Jdbi jdbi;
    private final MonitorSettings settings;

    Rounds(Jdbi jdbi, MonitorSettings settings) {
        this.jdbi = jdbi;
        this.settings = settings;
    }

    /**
     * Locks them, in one order on every node; those that are not there are begun. They last for an interval, or as long as a run
     * that is taken over from a dead node can, if that is longer.
     */
    void join(Map<DueTime, ConfiguredProbe> times) {
        jdbi.useHandle(handle -> bound(handle.createUpdate("""
                        INSERT INTO probe_round AS round (probe_id, due_at, until)
                        SELECT probe_id, due_at, due_at + lasting * interval '1 millisecond'
                          FROM unnest(:probes, :dues::timestamptz[], :lasting) AS joined (probe_id, due_at, lasting)
                         ORDER BY probe_id, due_at
                        ON CONFLICT (probe_id, due_at) DO UPDATE SET until = round.until"""), times.keySet())
                .bindArray(
                        "lasting",
                        Long.class,
                        times.values().stream().map(this::lastingMillis).toArray())
                .execute());
    }

    private long lastingMillis(ConfiguredProbe probe) {
        Duration lease = probe.longestRun().plus(settings.leaseMargin());
        return Math.max(probe.every().toMillis(), 2 * lease.toMillis());
    }

    /** Locks those that have lasted long enough, and that nobody is bringing an answer to. */
    List<DueTime> over() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT probe_id, due_at FROM probe_round WHERE until < now()
                         ORDER BY until LIMIT :limit FOR UPDATE SKIP LOCKED""")
                .bind("limit", AT_ONCE)
                .map((row, context) -> new DueTime(
                        row.getObject("probe_id", UUID.class),
                        row.getTimestamp("due_at").toInstant()))
                .list());
    }

    void end(Collection<DueTime> times) {
        jdbi.useHandle(handle -> bound(handle.createUpdate("""
                        DELETE FROM probe_round round USING unnest(:probes, :dues::timestamptz[]) AS ended (probe_id, due_at)
                         WHERE round.probe_id = ended.probe_id AND round.due_at = ended.due_at"""), times).execute());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Collection<DueTime> times) {
        return statement
                .bindArray(
                        "probes",
                        UUID.class,
                        times.stream().map(DueTime::probeId).toArray())
                .bindArray(
                        "dues",
                        String.class,
                        times.stream().map(time -> time.at().toString()).toArray());
    }
}
