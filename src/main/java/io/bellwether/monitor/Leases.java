package io.bellwether.monitor;

import static java.util.stream.Collectors.toMap;

import io.bellwether.platform.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Claims due times and gives them back. Every claimed due time is a row of its own, so a node that dies holds up nothing but
 * the runs it had in flight; those are taken over when their lease is over. All times here are the database's.
 */
@Singleton
class Leases {

    /** While the database was away nobody could end a lease: who holds a result is given a little time to come back with it. */
    private static final String OVER =
            "lease_until < now() AND pg_postmaster_start_time() < now() - interval '5 seconds'";

    /** How many due times of a row have passed since its next one: they stay unobserved, and the last of them is run. */
    private static final String MISSED =
            "greatest(0, floor(extract(epoch FROM now() - next_due) * 1000 / every_ms))::bigint";

    /** A row that somebody changes in the same moment is found the next time. */
    private static final String TAKE_DUE = """
            WITH due AS (
              SELECT ctid, probe_id, location, %2$s AS missed
                FROM probe_schedule
               WHERE %1$s AND next_due <= now() + :lookAhead * interval '1 millisecond'
               ORDER BY next_due LIMIT :limit FOR UPDATE SKIP LOCKED),
            moved AS (
              UPDATE probe_schedule
                 SET next_due = next_due + (%2$s + 1) * every_ms * interval '1 millisecond'
               WHERE ctid = ANY (ARRAY(SELECT ctid FROM due))
              RETURNING probe_id, location, longest_ms, version, next_due - every_ms * interval '1 millisecond' AS due_at),
            claimed AS (SELECT * FROM moved JOIN due USING (probe_id, location)),
            leased AS (
              INSERT INTO probe_lease (probe_id, location, due_at, token, node, lease_until)
              SELECT probe_id, location, due_at, :token, :node,
                     greatest(due_at, now()) + (longest_ms + :margin) * interval '1 millisecond'
                FROM claimed
              ON CONFLICT DO NOTHING)
            SELECT probe_id, location, due_at, version, missed, now() AS now FROM claimed ORDER BY due_at""";

    /** Each condition is that of an index of its own, so that probes without locations cost what they cost alone. */
    private static final String TAKE_DUE_ANYWHERE = TAKE_DUE.formatted("location = ''", MISSED);

    private static final String TAKE_DUE_HERE = TAKE_DUE.formatted("location = :location AND location <> ''", MISSED);

    /** A run so late would say something about now, not about its due time; the time stays unobserved. */
    private static final String ABANDON = """
            DELETE FROM probe_lease lease USING probe
             WHERE probe.id = lease.probe_id AND %s
               AND (probe.removed_at IS NOT NULL
                    OR lease.due_at < now() - greatest(probe.every_ms, 120000) * interval '1 millisecond')""".formatted(OVER);

    private static final String TAKE_OVER = """
            WITH expired AS (
              SELECT probe_id, location, due_at FROM probe_lease
               WHERE %s AND location IN ('', :location)
               ORDER BY lease_until LIMIT :limit FOR UPDATE SKIP LOCKED)
            UPDATE probe_lease lease
               SET token = :token, node = :node, takeovers = takeovers + 1,
                   lease_until = now() + (longest_ms + :margin) * interval '1 millisecond'
              FROM expired JOIN probe_schedule schedule USING (probe_id, location)
             WHERE lease.probe_id = expired.probe_id AND lease.location = expired.location AND lease.due_at = expired.due_at
            RETURNING lease.probe_id, lease.location, lease.due_at, version, 0 AS missed, now() AS now""".formatted(OVER);

    private final Jdbi jdbi;
    private final MonitorSettings settings;

    Leases(Jdbi jdbi, MonitorSettings settings) {
        this.jdbi = jdbi;
        this.settings = settings;
    }

    /**
     * What one claim brought.
     *
     * @param versions of the probes that were claimed, by which they have to be run
     * @param now the database's time of the claim; due times are to be compared with it, not with this machine's clock
     * @param skipped due times that passed before anybody could run them
     */
    record Claimed(List<Claim> claims, Map<UUID, Integer> versions, Instant now, long skipped) {

        static final Claimed NOTHING = new Claimed(List.of(), Map.of(), Instant.EPOCH, 0);
    }

    private record Row(UUID probeId, String location, Instant dueAt, int version, long missed, Instant now) {}

    /** What is asked of the node's own location comes first: others cannot do it. */
    @Transactional
    Claimed claim(NodeName node, int limit) {
        return jdbi.withHandle(handle -> {
            int abandoned = handle.createUpdate(ABANDON).execute();
            UUID token = Ids.next();
            List<Row> rows = new ArrayList<>(take(handle, TAKE_OVER, token, node, limit));
            if (!node.location().isEmpty()) {
                rows.addAll(take(handle, TAKE_DUE_HERE, token, node, limit - rows.size()));
            }
            rows.addAll(take(handle, TAKE_DUE_ANYWHERE, token, node, limit - rows.size()));
            List<Claim> claims = rows.stream()
                    .map(row -> new Claim(row.probeId(), row.location(), row.dueAt(), token))
                    .toList();
            Map<UUID, Integer> versions = rows.stream().collect(toMap(Row::probeId, Row::version, Math::max));
            long skipped = abandoned + rows.stream().mapToLong(Row::missed).sum();
            Instant now = rows.isEmpty() ? Instant.EPOCH : rows.getFirst().now();
            return new Claimed(claims, versions, now, skipped);
        });
    }

    private List<Row> take(Handle handle, String sql, UUID token, NodeName node, int limit) {
        return handle.createQuery(sql)
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bind("token", token)
                .bind("node", node.name())
                .bind("location", node.location())
                .bind("limit", limit)
                .bind("margin", settings.leaseMargin().toMillis())
                .bind("lookAhead", settings.lookAhead().toMillis())
                .map((row, context) -> new Row(
                        row.getObject("probe_id", UUID.class),
                        row.getString("location"),
                        row.getTimestamp("due_at").toInstant(),
                        row.getInt("version"),
                        row.getLong("missed"),
                        row.getTimestamp("now").toInstant()))
                .list();
    }

    /** Ends the leases that are still ours, in the running transaction; a claim that is not among the answer is lost. */
    Set<Claim> release(Collection<Claim> claims) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        DELETE FROM probe_lease lease
                         USING unnest(:probes, :locations, :dues::timestamptz[], :tokens)
                            AS mine (probe_id, location, due_at, token)
                         WHERE lease.probe_id = mine.probe_id AND lease.location = mine.location
                           AND lease.due_at = mine.due_at AND lease.token = mine.token
                        RETURNING lease.probe_id, lease.location, lease.due_at, lease.token""")
                .bindArray(
                        "probes",
                        UUID.class,
                        claims.stream().map(Claim::probeId).toArray())
                .bindArray(
                        "locations",
                        String.class,
                        claims.stream().map(Claim::location).toArray())
                .bindArray(
                        "dues",
                        String.class,
                        claims.stream().map(claim -> claim.dueAt().toString()).toArray())
                .bindArray(
                        "tokens", UUID.class, claims.stream().map(Claim::token).toArray())
                .map((row, context) -> new Claim(
                        row.getObject("probe_id", UUID.class),
                        row.getString("location"),
                        row.getTimestamp("due_at").toInstant(),
                        row.getObject("token", UUID.class)))
                .stream()
                .collect(Collectors.toSet()));
    }

    /** Lets other nodes take over at once what this node has claimed and will not run. */
    @Transactional
    void abandon(NodeName node) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE probe_lease SET lease_until = now() - interval '1 millisecond' WHERE node = :node")
                .bind("node", node.name())
                .execute());
    }

    /** How many due times lie further in the past than the look-ahead explains, and nobody has claimed them. */
    long overdue() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT (SELECT count(*) FROM probe_schedule
                                 WHERE location = '' AND next_due < now() - interval '1 second')
                             + (SELECT count(*) FROM probe_schedule
                                 WHERE location <> '' AND next_due < now() - interval '1 second')""").mapTo(long.class).one());
    }
}
