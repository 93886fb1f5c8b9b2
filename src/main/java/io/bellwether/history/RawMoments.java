package io.bellwether.history;

import io.bellwether.core.Attempt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads observations for summaries. */
final class RawMoments {

    private static final int FETCH = 5_000;

    private static final String SELECT = """
            SELECT o.series, o.due_at, o.outcome, o.duration, o.dns, o.connect, o.tls, o.first_byte, o.transfer,
                   e.every_ms, CASE WHEN o.outcome = 'D' THEN e.reason ELSE '' END AS reason,
                   jsonb_exists(e.detail, '%s') AS stalled
              FROM observation o JOIN evidence e ON e.id = o.evidence
             WHERE o.due_at >= :from AND o.due_at < :to""".formatted(Attempt.STALLED);

    private RawMoments() {}

    /** Of all series, one after the other, each in order of time. */
    static void each(Handle handle, Instant from, Instant to, Consumer<Moment> consumer) {
        read(handle.createQuery(SELECT + " ORDER BY o.series, o.due_at"), from, to, consumer);
    }

    /** Of some series. */
    static void each(Handle handle, Collection<Integer> series, Instant from, Instant to, Consumer<Moment> consumer) {
        Query query = handle.createQuery(SELECT + " AND o.series = ANY (:series) ORDER BY o.series, o.due_at")
                .bindArray("series", Integer.class, series.toArray());
        read(query, from, to, consumer);
    }

    private static void read(Query query, Instant from, Instant to, Consumer<Moment> consumer) {
        query.setFetchSize(FETCH)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> moment(row))
                .forEach(consumer);
    }

    private static Moment moment(ResultSet row) throws SQLException {
        return new Moment(
                row.getInt("series"),
                row.getTimestamp("due_at").toInstant(),
                Duration.ofMillis(row.getLong("every_ms")),
                OutcomeCode.from(row.getString("outcome")),
                row.getBoolean("stalled") ? TimingCodes.NONE : TimingCodes.of(row),
                row.getString("reason"));
    }
}
