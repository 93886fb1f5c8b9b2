package io.bellwether.notify;

import io.bellwether.core.alert.routing.GroupNews.Standing;
import io.bellwether.core.alert.routing.GroupNews.Told;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code alert_group}; whoever writes a group holds its mailbox. */
@Singleton
class AlertGroups {

    private final Jdbi jdbi;
    private final Json json;

    AlertGroups(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Those of the mailbox that are to be looked at, in this order. */
    List<AlertGroup> due(long mailbox, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, interval_ms, repeat_ms, coalesce(first_look, :now) AS first_look, next_look,
                               alone, told::text AS told, told_at
                          FROM alert_group WHERE mailbox_id = :mailbox AND next_look <= :now
                         ORDER BY next_look, id""")
                .bind("mailbox", mailbox)
                .bind("now", now)
                .map((row, _) -> group(row))
                .list());
    }

    /** @param next when it is looked at again; null when there is nothing to look at until news comes */
    void looked(AlertGroup group, @Nullable Instant next) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE alert_group SET first_look = :first, next_look = :next WHERE id = :id")
                .bind("first", group.firstLook())
                .bind("next", next)
                .bind("id", group.id())
                .execute());
    }

    /** Looks again at once at what a message was to tell. */
    void lookAgain(Iterable<Long> groups) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE alert_group SET next_look = now() WHERE id = ANY(:ids)")
                .bindArray("ids", Long.class, groups)
                .execute());
    }

    /** Looks at once at everything that is held back: what holds it may have changed. */
    void lookAtHeld() {
        jdbi.useHandle(handle -> handle.execute("""
                        WITH locked AS (
                            SELECT id FROM mailbox
                             WHERE id IN (SELECT mailbox_id FROM intent WHERE state = 'WAITING' AND held IS NOT NULL)
                             ORDER BY channel_id, address, lens FOR UPDATE),
                        held AS (
                            UPDATE alert_group SET next_look = now()
                             WHERE mailbox_id IN (SELECT id FROM locked)
                               AND EXISTS (SELECT FROM intent
                                            WHERE group_id = alert_group.id AND state = 'WAITING' AND held IS NOT NULL)
                            RETURNING mailbox_id)
                        UPDATE mailbox SET next_look = greatest(free_at, now())
                         WHERE id IN (SELECT mailbox_id FROM held) AND message IS NULL"""));
    }

    /**
     * The message has arrived. What fires is told again after the repeat interval; a group of which nothing fires begins
     * anew with its next alert.
     */
    void told(Map<Long, Standing> standings) {
        standings.forEach((group, standing) -> jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE alert_group
                           SET told = :told::jsonb, told_at = now(),
                               first_look = CASE WHEN :firing OR waiting THEN first_look END,
                               next_look = CASE WHEN waiting THEN first_look + ceil(
                                                    extract(epoch FROM now() - first_look) * 1000 / interval_ms)
                                                    * interval_ms * interval '1 millisecond'
                                                WHEN :firing THEN first_look + ceil(
                                                    (extract(epoch FROM now() - first_look) * 1000 + repeat_ms) / interval_ms)
                                                    * interval_ms * interval '1 millisecond' END
                          FROM (SELECT EXISTS (SELECT FROM intent WHERE group_id = :id AND state = 'WAITING') AS waiting)
                            AS news
                         WHERE id = :id""")
                .bind("told", json.write(standing))
                .bind("firing", !standing.firing().isEmpty())
                .bind("id", group)
                .execute()));
    }

    private AlertGroup group(ResultSet row) throws SQLException {
        return new AlertGroup(
                row.getLong("id"),
                Duration.ofMillis(row.getLong("interval_ms")),
                Duration.ofMillis(row.getLong("repeat_ms")),
                instant(row, "first_look"),
                instant(row, "next_look"),
                row.getBoolean("alone"),
                row.getString("told") == null
                        ? null
                        : new Told(json.read(row.getString("told"), Standing.class), instant(row, "told_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
