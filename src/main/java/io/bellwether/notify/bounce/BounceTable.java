package io.bellwether.notify.bounce;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The tables {@code mail_sent} and {@code bounce}. */
@Singleton
class BounceTable {

    private static final String UNDELIVERED = """
            SELECT address, count(*) FILTER (WHERE hard) AS hard, count(*) FILTER (WHERE NOT hard) AS soft,
                   max(at) AS last_at, (array_agg(status ORDER BY at DESC))[1] AS status,
                   (array_agg(diagnostic ORDER BY at DESC))[1] AS diagnostic,
                   count(*) FILTER (WHERE hard) >= :patience AS disabled
              FROM bounce""";

    private final Jdbi jdbi;

    BounceTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void sending(UUID message, String address) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO mail_sent (message_id, address) VALUES (?, ?) ON CONFLICT (message_id) DO NOTHING",
                message,
                address));
    }

    Optional<String> recipient(UUID message) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT address FROM mail_sent WHERE message_id = :message")
                .bind("message", message)
                .mapTo(String.class)
                .findOne());
    }

    /** A mail that was late first and then failed is counted as failed. */
    void add(UUID message, String address, Returned.Failure failure) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO bounce (message_id, address, hard, status, diagnostic)
                        VALUES (:message, :address, :hard, :status, :diagnostic)
                        ON CONFLICT (message_id) DO UPDATE
                           SET hard = excluded.hard, status = excluded.status, diagnostic = excluded.diagnostic, at = now()
                         WHERE excluded.hard AND NOT bounce.hard""")
                .bind("message", message)
                .bind("address", address)
                .bind("hard", failure.hard())
                .bind("status", failure.status())
                .bind("diagnostic", failure.diagnostic())
                .execute());
    }

    /** @param patience so many hard bounces disable an address */
    Optional<Undelivered> find(String address, int patience) {
        return jdbi.withHandle(handle -> handle.createQuery(UNDELIVERED + " WHERE address = :address GROUP BY address")
                .bind("address", address)
                .bind("patience", patience)
                .map((row, _) -> undelivered(row))
                .findOne());
    }

    /** In the order of their addresses. */
    List<Undelivered> all(int patience) {
        return jdbi.withHandle(handle -> handle.createQuery(UNDELIVERED + " GROUP BY address ORDER BY address")
                .bind("patience", patience)
                .map((row, _) -> undelivered(row))
                .list());
    }

    boolean remove(String address) {
        return jdbi.withHandle(handle -> handle.execute("DELETE FROM bounce WHERE address = ?", address)) > 0;
    }

    /** What has not come back for so long does not come back. */
    @Scheduled(identity = "mail-cleanup", cron = "0 23 3 * * ?")
    void cleanUp() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM mail_sent WHERE sent_at < now() - INTERVAL '30 days'"));
    }

    private static Undelivered undelivered(ResultSet row) throws SQLException {
        return new Undelivered(
                row.getString("address"),
                row.getInt("hard"),
                row.getInt("soft"),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getString("status"),
                row.getString("diagnostic"),
                row.getBoolean("disabled"));
    }
}
