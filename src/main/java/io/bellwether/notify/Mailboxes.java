package io.bellwether.notify;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.core.alert.routing.GroupNews.Standing;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code mailbox}: who may send what to whom, by the database's clock. */
@Singleton
class Mailboxes {

    static final Duration LEASE = Duration.ofSeconds(60);

    static final String DUE = """
            SELECT m.id, m.channel_id, m.address, m.lens, m.zone, m.free_at, m.failures,
                   m.message::text AS message, m.standings::text AS standings,
                   c.kind, c.name, c.settings::text AS settings
              FROM mailbox m
              JOIN channel c ON c.id = m.channel_id AND c.enabled AND c.removed_at IS NULL
                            AND (c.paused_until IS NULL OR c.paused_until <= now())
             WHERE m.next_look <= now() AND NOT m.channel_id = ANY(:busy)
             ORDER BY m.next_look, m.id LIMIT 1 FOR UPDATE OF m SKIP LOCKED""";

    private final Jdbi jdbi;
    private final Json json;

    Mailboxes(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * The mailbox that has been due longest, of a channel that may send; locked.
     *
     * @param busy channels to leave alone
     */
    Optional<Mailbox> due(Collection<UUID> busy) {
        return jdbi.withHandle(handle -> handle.createQuery(DUE)
                .bindArray("busy", UUID.class, busy)
                .map((row, _) -> mailbox(row))
                .findOne());
    }

    /** Leases the parcel that is on its way already, and of which nobody knows whether it arrived. */
    Claim leaseAgain(Mailbox mailbox, Parcel parcel, UUID token) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE mailbox SET possible_duplicate = true, lease_token = :token,
                               next_look = now() + :lease * interval '1 second'
                         WHERE id = :id""")
                .bind("token", token)
                .bind("lease", LEASE.toSeconds())
                .bind("id", mailbox.id())
                .execute());
        return new Claim(mailbox.id(), parcel, token, mailbox.target(), mailbox.failures() + 1, true);
    }

    Claim lease(Mailbox mailbox, Parcel parcel, UUID token) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE mailbox SET message = :message::jsonb, standings = :standings::jsonb, lease_token = :token,
                               next_look = now() + :lease * interval '1 second'
                         WHERE id = :id""")
                .bind("message", json.write(parcel.message()))
                .bind("standings", json.write(parcel.standings()))
                .bind("token", token)
                .bind("lease", LEASE.toSeconds())
                .bind("id", mailbox.id())
                .execute());
        return new Claim(mailbox.id(), parcel, token, mailbox.target(), mailbox.failures() + 1, false);
    }

    /** Locks it when the lease is still ours. */
    boolean holds(Claim claim) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT true FROM mailbox WHERE id = :id AND lease_token = :token FOR UPDATE")
                .bind("id", claim.mailbox())
                .bind("token", claim.token())
                .mapTo(boolean.class)
                .findOne()
                .isPresent());
    }

    /** Nobody knows whether the message arrived: the same goes out again after a while. */
    void keep(Claim claim, Duration wait) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE mailbox SET possible_duplicate = true, lease_token = NULL, failures = failures + 1,
                               next_look = now() + :wait * interval '1 millisecond'
                         WHERE id = :id""")
                .bind("wait", wait.toMillis())
                .bind("id", claim.mailbox())
                .execute());
    }

    /**
     * Nothing is on its way any more.
     *
     * @param pause how long nothing may be sent
     * @param failures attempts in a row that came to nothing
     */
    void release(Claim claim, Duration pause, int failures) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE mailbox SET message = NULL, standings = NULL, possible_duplicate = false, lease_token = NULL,
                               failures = :failures, free_at = now() + :pause * interval '1 millisecond',
                               next_look = (SELECT greatest(min(next_look), now() + :pause * interval '1 millisecond')
                                              FROM alert_group WHERE mailbox_id = mailbox.id
                                            HAVING min(next_look) IS NOT NULL)
                         WHERE id = :id""")
                .bind("failures", failures)
                .bind("pause", pause.toMillis())
                .bind("id", claim.mailbox())
                .execute());
    }

    /** Sets the next look after one that came to nothing. */
    void lookLater(Mailbox mailbox) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        UPDATE mailbox SET next_look =
                               (SELECT min(next_look) FROM alert_group WHERE mailbox_id = mailbox.id)
                         WHERE id = :id""").bind("id", mailbox.id()).execute());
    }

    void postpone(long mailbox, Duration wait) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE mailbox SET next_look = now() + :wait * interval '1 second' WHERE id = :id")
                .bind("wait", wait.toSeconds())
                .bind("id", mailbox)
                .execute());
    }

    private Mailbox mailbox(ResultSet row) throws SQLException {
        Claim.Target target = new Claim.Target(
                row.getObject("channel_id", UUID.class),
                row.getString("kind"),
                row.getString("name"),
                Audience.valueOf(row.getString("lens")),
                json.map(row.getString("settings")),
                row.getString("address"));
        return new Mailbox(
                row.getLong("id"),
                target,
                ZoneId.of(row.getString("zone")),
                row.getObject("free_at", OffsetDateTime.class).toInstant(),
                row.getInt("failures"),
                parcel(row.getString("message"), row.getString("standings")));
    }

    private @Nullable Parcel parcel(@Nullable String message, @Nullable String standings) {
        if (message == null || standings == null) {
            return null;
        }
        Map<Long, Standing> told = json.read(standings, new TypeReference<>() {});
        return new Parcel(json.read(message, Message.class), told);
    }
}
