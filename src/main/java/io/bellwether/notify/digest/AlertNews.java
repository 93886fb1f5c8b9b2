package io.bellwether.notify.digest;

import io.bellwether.alert.Alert;
import io.bellwether.alert.Alerts;
import io.bellwether.core.schedule.Edition;
import io.bellwether.notify.digest.AlertDigest.Held;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads what a digest of alerts is made of. */
@Singleton
class AlertNews {

    private final Alerts alerts;
    private final Jdbi jdbi;

    AlertNews(Alerts alerts, Jdbi jdbi) {
        this.alerts = alerts;
        this.jdbi = jdbi;
    }

    AlertDigest of(String email, Readers.Reader reader, Edition window) {
        List<UUID> ids = goingOn(window);
        List<Alert> all = alerts.all(ids);
        return new Sorting(email, reader, all).in(window, untold(ids), held(email, reader, window));
    }

    /** Alerts that fire, or did at some time of the window. */
    private List<UUID> goingOn(Edition window) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id FROM alert_episode
                         WHERE fired_at IS NOT NULL AND (condition <> 'RESOLVED' OR resolved_at > :from)""")
                .bind("from", window.from())
                .mapTo(UUID.class)
                .list());
    }

    /** Those that are over, and whose messages all waited until they were; where nobody could be told, none waited. */
    private Set<UUID> untold(List<UUID> ids) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT episode_id FROM intent WHERE episode_id = ANY(:ids)
                         GROUP BY episode_id
                        HAVING bool_and(state IN ('SUPPRESSED', 'COALESCED'))
                           AND bool_or(kind = 'RESOLVED' AND finished_at > created_at)""")
                .bindArray("ids", UUID.class, ids)
                .mapTo(UUID.class)
                .list()));
    }

    private Held held(String email, Readers.Reader reader, Edition window) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FILTER (WHERE lower(address) = :email AND held_first LIKE 'quiet hours%')::int AS quiet,
                               count(DISTINCT episode_id) FILTER (
                                   WHERE vendor_id = ANY(:vendors) AND held_first LIKE 'silence:%')::int AS silenced
                          FROM intent JOIN mailbox ON mailbox.id = mailbox_id LEFT JOIN alert_episode ON alert_episode.id = episode_id
                         WHERE held_at > :from AND held_at <= :to""")
                .bind("email", email)
                .bindArray(
                        "vendors",
                        UUID.class,
                        reader.vendors().stream().map(Vendor::id).toList())
                .bind("from", window.from())
                .bind("to", window.to())
                .map((row, _) -> new Held(row.getInt("quiet"), row.getInt("silenced")))
                .one());
    }
}
