package io.bellwether.notify;

import io.bellwether.core.alert.Severity;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes up again what was given up. */
@Singleton
class Replays {

    private final Jdbi jdbi;

    Replays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What stands against a replay. */
    enum Obstacle {
        NONE(""),
        CHANNEL_REMOVED("The channel was removed; there is no way to send this."),
        TOLD_SINCE("Later news of the same alert has arrived; there is nothing to add."),
        DIGEST("A digest is not sent again; the next one tells what this could not."),
        TOLD_INSTEAD("Its channel's fallback tells this; there is nothing to add.");

        private final String text;

        Obstacle(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    record Dead(long sequence, UUID id) {}

    /** What was given up and has a channel still, oldest first. */
    List<Dead> dead(ReplayRequest wanted, long after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT i.sequence, i.id FROM intent i JOIN mailbox m ON m.id = i.mailbox_id
                          JOIN channel c ON c.id = m.channel_id AND c.removed_at IS NULL
                         WHERE i.state = 'DEAD' AND i.sequence > :after
                           AND (:alert::uuid IS NULL OR i.episode_id = :alert)
                           AND (:channel::uuid IS NULL OR m.channel_id = :channel)
                           AND (:from::timestamptz IS NULL OR i.created_at >= :from)
                           AND (:to::timestamptz IS NULL OR i.created_at < :to)
                         ORDER BY i.sequence LIMIT :rows""")
                .bind("after", after)
                .bind("alert", wanted.alert())
                .bind("channel", wanted.channel())
                .bind("from", wanted.from())
                .bind("to", wanted.to())
                .bind("rows", rows)
                .map((row, _) -> new Dead(row.getLong("sequence"), row.getObject("id", UUID.class)))
                .list());
    }

    /** Together with all else of the same alert that the mailbox was not told, so that no begin is told without its end. */
    Obstacle revive(UUID intent) {
        return jdbi.withHandle(handle -> {
            if (!locked(handle, intent)) {
                return Obstacle.CHANNEL_REMOVED;
            }
            if (isDigest(handle, intent)) {
                return Obstacle.DIGEST;
            }
            if (toldSince(handle, intent)) {
                return Obstacle.TOLD_SINCE;
            }
            if (toldInstead(handle, intent)) {
                return Obstacle.TOLD_INSTEAD;
            }
            revive(handle, intent);
            wake(handle, intent);
            return Obstacle.NONE;
        });
    }

    private static boolean locked(Handle handle, UUID intent) {
        return handle.createQuery("""
                        SELECT m.id FROM mailbox m JOIN intent i ON i.mailbox_id = m.id
                          JOIN channel c ON c.id = m.channel_id AND c.removed_at IS NULL
                         WHERE i.id = :id FOR UPDATE OF m""")
                .bind("id", intent)
                .mapTo(long.class)
                .findOne()
                .isPresent();
    }

    private static boolean isDigest(Handle handle, UUID intent) {
        return handle.createQuery("SELECT kind = 'DIGEST' FROM intent WHERE id = :id")
                .bind("id", intent)
                .mapTo(boolean.class)
                .one();
    }

    private static boolean toldSince(Handle handle, UUID intent) {
        return handle.createQuery("""
                        SELECT EXISTS (
                            SELECT FROM intent AS later JOIN intent AS given USING (episode_id, mailbox_id)
                             WHERE given.id = :id AND later.transition > given.transition AND later.state = 'DELIVERED')""").bind("id", intent).mapTo(boolean.class).one();
    }

    /** Also while the fallback has still to tell it; not when that has failed as well. */
    private static boolean toldInstead(Handle handle, UUID intent) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT FROM intent WHERE id = :id AND passed_on = 'PENDING')
                            OR EXISTS (SELECT FROM intent
                                        WHERE instead_of = :id AND (state NOT IN ('DEAD', 'SUPPRESSED') OR passed_on IS NOT NULL))""").bind("id", intent).mapTo(boolean.class).one();
    }

    private static void revive(Handle handle, UUID intent) {
        handle.createUpdate("""
                        UPDATE intent SET state = 'WAITING', attempts = 0, owed = true, finished_at = NULL, reason = 'Replayed.',
                               passed_on = NULL,
                               expires_at = now() + (CASE intent.severity WHEN 'CRITICAL' THEN :critical
                                                     WHEN 'WARNING' THEN :warning ELSE :info END) * interval '1 second'
                          FROM intent AS given
                         WHERE given.id = :id AND intent.episode_id = given.episode_id
                           AND intent.mailbox_id = given.mailbox_id AND intent.state = 'DEAD'
                           AND (intent.id = :id OR intent.passed_on IS NULL)""")
                .bind("id", intent)
                .bind("critical", Expiry.of(Severity.CRITICAL).toSeconds())
                .bind("warning", Expiry.of(Severity.WARNING).toSeconds())
                .bind("info", Expiry.of(Severity.INFO).toSeconds())
                .execute();
    }

    private static void wake(Handle handle, UUID intent) {
        handle.createUpdate(
                        "UPDATE alert_group SET next_look = now() WHERE id = (SELECT group_id FROM intent WHERE id = :id)")
                .bind("id", intent)
                .execute();
        handle.createUpdate("""
                        UPDATE mailbox SET next_look = greatest(free_at, now())
                         WHERE id = (SELECT mailbox_id FROM intent WHERE id = :id) AND message IS NULL""").bind("id", intent).execute();
    }
}
