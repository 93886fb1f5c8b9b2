package io.bellwether.probe.courtesy;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What all nodes do with hosts: {@code host_contact}, {@code host_scan}, {@code host_closing} and {@code host_turn}. */
@Singleton
final class Ledger {

    private static final String TODAY = "(now() AT TIME ZONE 'UTC')::date";

    private static final String TAKE = """
            WITH closing AS (SELECT until FROM host_closing WHERE host = :host AND until > now()),
            taken AS (
              INSERT INTO host_contact AS known (host, day, contacts)
              SELECT :host, %1$s, :contacts WHERE :contacts <= :budget AND NOT EXISTS (SELECT FROM closing)
              ON CONFLICT (host, day) DO UPDATE SET contacts = known.contacts + excluded.contacts
                 WHERE known.contacts + excluded.contacts <= :budget
              RETURNING contacts)
            SELECT EXISTS (SELECT FROM taken) AS taken,
                   coalesce((SELECT contacts FROM host_contact WHERE host = :host AND day = %1$s), 0) AS used,
                   (%1$s + 1)::timestamp AT TIME ZONE 'UTC' AS tomorrow,
                   (SELECT until FROM closing) AS closed_until
            """.formatted(TODAY);

    private final Jdbi jdbi;

    Ledger(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes all of the contacts or none, in one statement. */
    Account take(String host, int contacts, int budget) {
        return jdbi.withHandle(handle -> take(handle, host, contacts, budget));
    }

    /** Takes the contacts and the scan, or neither. */
    Account takeScan(String host, String what, Duration every, int contacts, int budget) {
        return jdbi.inTransaction(handle -> {
            Account account = take(handle, host, contacts, budget);
            if (!account.taken() || claim(handle, host, what, every)) {
                return account;
            }
            Account scanned = account.scanned(begun(handle, host, what));
            handle.rollback();
            return scanned;
        });
    }

    /** Closes the host for that long from now on, unless it is closed for longer. */
    Instant close(String host, Duration time) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO host_closing AS known (host, until)
                        VALUES (:host, now() + :millis * interval '1 millisecond')
                        ON CONFLICT (host) DO UPDATE SET until = greatest(known.until, excluded.until)
                        RETURNING until""")
                .bind("host", host)
                .bind("millis", time.toMillis())
                .map((row, _) -> instant(row, "until").orElseThrow())
                .one());
    }

    /** Until when which hosts are closed. */
    Map<String, Instant> closed() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT host, until FROM host_closing WHERE until > now()")
                .map((row, _) ->
                        Map.entry(row.getString("host"), instant(row, "until").orElseThrow()))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** See {@link Pace}. The clock goes on inside a statement, so that who waits for another's lock gets a later moment. */
    Optional<Duration> takeTurn(String host, Duration apart, Duration limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO host_turn AS known (host, free_at)
                        VALUES (:host, clock_timestamp() + :apart * interval '1 millisecond')
                        ON CONFLICT (host) DO UPDATE
                           SET free_at = greatest(known.free_at, clock_timestamp()) + :apart * interval '1 millisecond'
                         WHERE known.free_at <= clock_timestamp() + :limit * interval '1 millisecond'
                        RETURNING 1000 * extract(epoch FROM free_at - clock_timestamp()) - :apart AS wait""")
                .bind("host", host)
                .bind("apart", apart.toMillis())
                .bind("limit", limit.toMillis())
                .map((row, _) -> Duration.ofMillis(Math.max(0, row.getLong("wait"))))
                .findOne());
    }

    /** Drops what nobody asks for any more. */
    void forget() {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM host_contact WHERE day < " + TODAY + " - 7");
            handle.execute("DELETE FROM host_scan WHERE begun_at < now() - INTERVAL '30 days'");
            handle.execute("DELETE FROM host_turn WHERE free_at < now() - INTERVAL '1 day'");
            handle.execute("DELETE FROM host_closing WHERE until < now()");
        });
    }

    private static Account take(Handle handle, String host, int contacts, int budget) {
        return handle.createQuery(TAKE)
                .bind("host", host)
                .bind("contacts", contacts)
                .bind("budget", budget)
                .map((row, _) -> account(row))
                .one();
    }

    private static boolean claim(Handle handle, String host, String what, Duration every) {
        return handle.createUpdate("""
                        INSERT INTO host_scan AS known (host, what, begun_at) VALUES (:host, :what, now())
                        ON CONFLICT (host, what) DO UPDATE SET begun_at = excluded.begun_at
                         WHERE known.begun_at <= now() - :millis * interval '1 millisecond'""")
                        .bind("host", host)
                        .bind("what", what)
                        .bind("millis", every.toMillis())
                        .execute()
                > 0;
    }

    private static Instant begun(Handle handle, String host, String what) {
        return handle.createQuery("SELECT begun_at FROM host_scan WHERE host = :host AND what = :what")
                .bind("host", host)
                .bind("what", what)
                .map((row, _) -> instant(row, "begun_at").orElseThrow())
                .one();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getBoolean("taken"),
                row.getInt("used"),
                instant(row, "tomorrow").orElseThrow(),
                instant(row, "closed_until").orElse(null),
                null);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
