package io.bellwether.notify;

import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code intent}, as the dispatcher and the settling of attempts write it, inside their transaction. */
@Singleton
class Intents {

    private static final String COLUMNS =
            "intent.id, intent.channel_id, receiver, intent.lens, state, message::text AS message ";

    private final Jdbi jdbi;
    private final Json json;

    Intents(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Adds the message unless this receiver has one for this transition; suppressed when the receiver says so. */
    void add(Message message, Receiver receiver) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO intent (id, episode_id, transition, channel_id, receiver, kind, lens, message,
                                            state, reason, expires_at, finished_at)
                        VALUES (:id, :episode, :transition, :channel, :receiver, :kind, :lens, :message::jsonb,
                                CASE WHEN :suppressed THEN 'SUPPRESSED' ELSE 'WAITING' END, :reason,
                                now() + :seconds * interval '1 second', CASE WHEN :suppressed THEN now() END)
                        ON CONFLICT (episode_id, transition, receiver) DO NOTHING""")
                .bind("id", message.id())
                .bind("episode", message.episode())
                .bind("transition", message.transition())
                .bind("channel", receiver.channelId())
                .bind("receiver", receiver.name())
                .bind("kind", message.happening())
                .bind("lens", message.audience())
                .bind("message", json.write(message))
                .bind("suppressed", receiver.suppressed() != null)
                .bind("reason", receiver.suppressed() == null ? "" : receiver.suppressed())
                .bind("seconds", Expiry.of(message.severity()).toSeconds())
                .execute());
    }

    /** Who was to be told that the alert fired, by channels that still exist; locked, so that no attempt settles meanwhile. */
    List<Intent> begun(UUID episode) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + """
                          FROM intent JOIN channel ON channel.id = intent.channel_id AND removed_at IS NULL
                         WHERE episode_id = :episode AND intent.kind = 'FIRING' ORDER BY sequence FOR UPDATE OF intent""")
                .bind("episode", episode)
                .map((row, _) -> intent(row))
                .list());
    }

    /** The waiting message that tells the same receiver that the alert is over. */
    Optional<Intent> waitingEnd(Message message, String receiver) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + """
                          FROM intent WHERE episode_id = :episode AND receiver = :receiver
                           AND kind IN ('RESOLVED', 'PASSED') AND state = 'WAITING' FOR UPDATE""")
                .bind("episode", message.episode())
                .bind("receiver", receiver)
                .map((row, _) -> intent(row))
                .findOne());
    }

    void replace(Message message) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE intent SET message = :message::jsonb, kind = :kind WHERE id = :id")
                .bind("message", json.write(message))
                .bind("kind", message.happening())
                .bind("id", message.id())
                .execute());
    }

    /** Finishes what waits to tell the receiver about the alert before the given transition. */
    void coalesceBefore(Message message, String receiver) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE intent SET state = 'COALESCED', finished_at = now(),
                               reason = 'Told together with the end of the alert. ' || reason
                         WHERE episode_id = :episode AND receiver = :receiver AND transition < :transition
                           AND state = 'WAITING'""")
                .bind("episode", message.episode())
                .bind("receiver", receiver)
                .bind("transition", message.transition())
                .execute());
    }

    private Intent intent(ResultSet row) throws SQLException {
        Message message = json.read(row.getString("message"), Message.class);
        Audience lens = Audience.valueOf(row.getString("lens"));
        ZoneId zone = message.zone();
        Receiver receiver =
                new Receiver(row.getObject("channel_id", UUID.class), row.getString("receiver"), lens, zone, null);
        return new Intent(
                row.getObject("id", UUID.class), receiver, IntentState.valueOf(row.getString("state")), message);
    }
}
