package io.bellwether.notify;

import io.bellwether.core.alert.Severity;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code intent}, as the packing and the settling of messages write it; whoever writes holds the mailbox. */
@Singleton
class Intents {

    static final String WAITING = """
            SELECT id, sequence, episode_id, kind, severity, owed, held FROM intent
             WHERE group_id = :group AND state = 'WAITING' ORDER BY sequence""";

    static final String BURY = """
            UPDATE intent SET state = 'DEAD', finished_at = now(), held = NULL,
                   reason = CASE WHEN c.removed_at IS NOT NULL THEN 'The channel was removed. '
                                 WHEN attempts >= :most THEN 'Given up after ' || attempts || ' attempts. '
                                 ELSE 'Given up: not delivered in time, after ' || attempts || ' attempts. '
                            END || reason
              FROM mailbox m JOIN channel c ON c.id = m.channel_id
             WHERE m.id = intent.mailbox_id
               AND (state = 'WAITING' AND (expires_at <= now() AND held IS NULL OR attempts >= :most)
                    OR c.removed_at IS NOT NULL
                       AND (state = 'WAITING' OR state = 'SENDING' AND m.next_look <= now()))""";

    private final Jdbi jdbi;

    Intents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What waits to be told to a group, oldest first. */
    List<Intent> waiting(long group) {
        return jdbi.withHandle(handle -> handle.createQuery(WAITING)
                .bind("group", group)
                .map((row, _) -> intent(row))
                .list());
    }

    /** They go into the message that is about to be sent. */
    void send(Collection<UUID> ids) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE intent SET state = 'SENDING', attempts = attempts + 1, held = NULL WHERE id = ANY(:ids)")
                .bindArray("ids", UUID.class, ids)
                .execute());
    }

    void finish(Collection<UUID> ids, IntentState state, String reason) {
        if (ids.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE intent SET state = :state, held = NULL, finished_at = now(),
                               reason = CASE WHEN reason = '' THEN :reason ELSE :reason || ' ' || reason END
                         WHERE id = ANY(:ids)""")
                .bind("state", state.name())
                .bind("reason", reason)
                .bindArray("ids", UUID.class, ids)
                .execute());
    }

    /**
     * They are not told now; their time does not run meanwhile.
     *
     * @param owed whether they are to be told later in any case
     * @param until when they may be told at the latest; null when nobody knows
     */
    void hold(Collection<UUID> ids, String why, boolean owed, @Nullable Instant until) {
        if (ids.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE intent SET held = :why, owed = owed OR :owed,
                               held_first = coalesce(held_first, :why), held_at = coalesce(held_at, now()),
                               expires_at = greatest(expires_at, coalesce(:until::timestamptz, now()) + (expires_at - created_at))
                         WHERE id = ANY(:ids) AND (held IS DISTINCT FROM :why OR :until::timestamptz IS NULL)""")
                .bind("why", why)
                .bind("owed", owed)
                .bind("until", until)
                .bindArray("ids", UUID.class, ids)
                .execute());
    }

    /** The message of the mailbox came to an end. */
    void settle(long mailbox, IntentState state, String reason, boolean possibleDuplicate) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE intent SET state = :state, reason = :reason, owed = true,
                               possible_duplicate = possible_duplicate OR :duplicate,
                               finished_at = CASE WHEN :state = 'WAITING' THEN NULL ELSE now() END
                         WHERE mailbox_id = :mailbox AND state = 'SENDING'""")
                .bind("state", state.name())
                .bind("reason", reason)
                .bind("duplicate", possibleDuplicate)
                .bind("mailbox", mailbox)
                .execute());
    }

    /**
     * The channel is broken: what is in the message of the mailbox is its fallback's business, if it has one.
     * A digest is for its reader alone; the next tells him what this could not.
     */
    void passOn(long mailbox) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        UPDATE intent SET passed_on = 'PENDING'
                          FROM mailbox m JOIN channel c ON c.id = m.channel_id AND c.fallback_id IS NOT NULL
                         WHERE m.id = :mailbox AND intent.mailbox_id = m.id AND state = 'SENDING'
                           AND intent.kind <> 'DIGEST'""").bind("mailbox", mailbox).execute());
    }

    /** The same message goes out once more. */
    void sentAgain(long mailbox) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        UPDATE intent SET attempts = attempts + 1, possible_duplicate = true
                         WHERE mailbox_id = :mailbox AND state = 'SENDING'""").bind("mailbox", mailbox).execute());
    }

    /** Gives up what is too old, was tried too often, or has lost its channel. */
    void bury(int mostAttempts) {
        jdbi.useHandle(
                handle -> handle.createUpdate(BURY).bind("most", mostAttempts).execute());
    }

    private static Intent intent(ResultSet row) throws SQLException {
        return new Intent(
                row.getObject("id", UUID.class),
                row.getLong("sequence"),
                row.getObject("episode_id", UUID.class),
                Happening.valueOf(row.getString("kind")),
                Severity.valueOf(row.getString("severity")),
                row.getBoolean("owed"),
                row.getString("held"));
    }
}
