package io.bellwether.notify;

import io.bellwether.alert.AlertTransition;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads outbox and intents side by side, in one view of the database. */
@Singleton
class Account {

    /** Null of what cannot be read. */
    private static final String KEY = """
            CASE WHEN payload ->> 'episodeId' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                 THEN (payload ->> 'episodeId')::uuid END AS alert,
            CASE WHEN payload ->> 'transition' ~ '^[0-9]{1,9}$' THEN (payload ->> 'transition')::int END AS change""";

    private static final String POSTED =
            "SELECT " + KEY + ", processed_at IS NOT NULL AS dispatched, routed_to FROM outbox"
                    + " WHERE topic = :topic AND created_at >= :from AND created_at < :to";

    /** All columns that tell what an intent waits for; {@code awaited} is false when nobody is going to look at it. */
    private static final String ENTRIES = """
            SELECT i.id, i.episode_id, i.transition, i.mailbox_id, i.state, i.finished_at IS NOT NULL AS finished,
                   i.cause <> '' OR i.kind = 'DIGEST' AS beside_routes, i.instead_of, i.passed_on IS NOT DISTINCT FROM 'PENDING' AS passing_on,
                   (SELECT count(*) FROM attempt_intent JOIN delivery_attempt a ON a.id = attempt_id
                     WHERE intent_id = i.id AND a.outcome = 'DELIVERED')::int AS takings,
                   CASE i.state WHEN 'WAITING' THEN g.next_look IS NOT NULL AND m.next_look IS NOT NULL
                                ELSE m.message IS NOT NULL END AS awaited,
                   CASE WHEN i.held IS NOT NULL THEN 'Held: ' || i.held
                        WHEN i.state = 'SENDING' THEN 'On its way, attempt ' || i.attempts || '.'
                        WHEN i.state <> 'WAITING' THEN i.reason
                        WHEN NOT c.enabled THEN 'The channel is disabled.'
                        WHEN c.paused_until > now() THEN 'The provider asked for silence until ' || c.paused_until || '.'
                        WHEN i.reason <> '' THEN i.reason
                        ELSE 'It is looked at when its group is, at ' || g.next_look || '.' END AS reason
              FROM intent i JOIN alert_group g ON g.id = i.group_id JOIN mailbox m ON m.id = i.mailbox_id
              JOIN channel c ON c.id = m.channel_id
            """;

    private static final String OF_POSTED = ENTRIES + " WHERE (i.episode_id, i.transition) IN ("
            + "SELECT alert, change FROM (" + POSTED + ") AS posted)";

    private static final String STRAYS = ENTRIES + """
             WHERE i.created_at >= :from AND i.created_at < :to AND NOT EXISTS (
                   SELECT FROM (SELECT %s FROM outbox WHERE topic = :topic) AS posted
                    WHERE alert = i.episode_id AND change = i.transition)""".formatted(KEY);

    private final Jdbi jdbi;

    Account(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param to exclusive */
    LedgerReport between(Instant from, Instant to) {
        return jdbi.inTransaction(handle -> {
            handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            List<Posting> postings = bound(handle, POSTED, from, to)
                    .map((row, _) -> posting(row))
                    .list();
            List<Entry> entries = new ArrayList<>(entries(handle, OF_POSTED, from, to));
            entries.addAll(entries(handle, STRAYS, from, to));
            return LedgerCheck.of(postings, entries);
        });
    }

    private static List<Entry> entries(Handle handle, String sql, Instant from, Instant to) {
        return bound(handle, sql, from, to).map((row, _) -> entry(row)).list();
    }

    private static Query bound(Handle handle, String sql, Instant from, Instant to) {
        return handle.createQuery(sql)
                .bind("topic", AlertTransition.TOPIC)
                .bind("from", from)
                .bind("to", to);
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                new Posting.Key(row.getObject("alert", UUID.class), row.getInt("change")),
                row.getBoolean("dispatched"),
                mailboxes(row.getArray("routed_to")));
    }

    private static @Nullable Set<Long> mailboxes(@Nullable Array routed) throws SQLException {
        return routed == null ? null : Set.copyOf(Arrays.asList((Long[]) routed.getArray()));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                new Posting.Key(row.getObject("episode_id", UUID.class), row.getInt("transition")),
                row.getLong("mailbox_id"),
                IntentState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getBoolean("finished"),
                row.getInt("takings"),
                row.getBoolean("awaited"),
                row.getBoolean("beside_routes"),
                row.getObject("instead_of", UUID.class),
                row.getBoolean("passing_on"));
    }
}
