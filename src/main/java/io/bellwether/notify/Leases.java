package io.bellwether.notify;

import io.bellwether.platform.Ids;
import io.bellwether.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Who may send what and until when, by the database's clock. */
@ApplicationScoped
class Leases {

    static final Duration LEASE = Duration.ofSeconds(60);
    static final int MOST_ATTEMPTS = 50;
    /** After so many failures a message no longer holds up messages about other alerts: the fault may be its own. */
    static final int HOLDS_UP = 5;

    private final Jdbi jdbi;
    private final Json json;

    Leases(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * Takes the next due intent: the first unfinished one of its receiver, of a channel that may send. One whose lease ran
     * out is taken again; nobody knows whether it was sent.
     *
     * @param busy channels to leave alone
     */
    @Transactional
    Optional<Claim> claim(Collection<UUID> busy) {
        UUID token = Ids.next();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH head AS (
                            SELECT i.id, c.kind, c.name, c.settings
                              FROM intent i
                              JOIN channel c ON c.id = i.channel_id AND c.enabled AND c.removed_at IS NULL
                                            AND (c.paused_until IS NULL OR c.paused_until <= now())
                             WHERE (i.state = 'WAITING' AND i.not_before <= now()
                                    OR i.state = 'SENDING' AND i.lease_until <= now())
                               AND NOT i.channel_id = ANY(:busy)
                               AND NOT EXISTS (
                                   SELECT 1 FROM intent e
                                    WHERE e.receiver = i.receiver AND e.sequence < i.sequence
                                      AND e.state IN ('WAITING', 'SENDING')
                                      AND (e.attempts < :holdsUp OR e.episode_id = i.episode_id))
                             ORDER BY i.not_before, i.sequence
                             LIMIT 1 FOR UPDATE OF i SKIP LOCKED)
                        UPDATE intent
                           SET possible_duplicate = possible_duplicate OR state = 'SENDING', state = 'SENDING',
                               attempts = attempts + 1, lease_token = :token,
                               lease_until = now() + :lease * interval '1 second'
                          FROM head WHERE intent.id = head.id
                        RETURNING intent.message::text AS message, attempts, possible_duplicate, channel_id, receiver, lens,
                                  head.kind AS channel_kind, head.name AS channel_name, head.settings::text AS settings""")
                .bindArray("busy", UUID.class, busy)
                .bind("holdsUp", HOLDS_UP)
                .bind("token", token)
                .bind("lease", LEASE.toSeconds())
                .map((row, _) -> claim(row, token))
                .findOne());
    }

    /** Gives up what is too old, was tried too often, or has lost its channel. */
    @Transactional
    void bury() {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        UPDATE intent SET state = 'DEAD', finished_at = now(), lease_token = NULL, lease_until = NULL,
                               reason = CASE WHEN c.removed_at IS NOT NULL THEN 'The channel was removed. '
                                             WHEN attempts >= :most THEN 'Given up after ' || attempts || ' attempts. '
                                             ELSE 'Given up: not delivered in time, after ' || attempts || ' attempts. '
                                        END || reason
                          FROM channel c
                         WHERE c.id = intent.channel_id
                           AND (state = 'WAITING' OR state = 'SENDING' AND lease_until <= now())
                           AND (expires_at <= now() OR attempts >= :most OR c.removed_at IS NOT NULL)""").bind("most", MOST_ATTEMPTS).execute());
    }

    private Claim claim(ResultSet row, UUID token) throws SQLException {
        Claim.Target target = new Claim.Target(
                row.getObject("channel_id", UUID.class),
                row.getString("channel_kind"),
                row.getString("channel_name"),
                Audience.valueOf(row.getString("lens")),
                json.map(row.getString("settings")),
                row.getString("receiver"));
        return new Claim(
                json.read(row.getString("message"), Message.class),
                token,
                target,
                row.getInt("attempts"),
                row.getBoolean("possible_duplicate"));
    }
}
