package io.bellwether.alert;

import io.bellwether.core.Dimension;
import io.bellwether.core.alert.Severity;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code brief_interruption}. */
@Singleton
class BriefInterruptions {

    private final Jdbi jdbi;

    BriefInterruptions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps those of these alerts about vendors that are over; what is kept already stays. */
    void keep(Collection<UUID> alerts) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        INSERT INTO brief_interruption
                               (id, vendor_id, rule, sub_key, dimension, severity, started_at, ended_at, alert_id)
                        SELECT id, vendor_id, rule, sub_key, dimension, severity, started_at, resolved_at, id
                          FROM alert_episode WHERE id = ANY(:alerts) AND condition = 'RESOLVED' AND vendor_id IS NOT NULL
                        ON CONFLICT DO NOTHING""").bindArray("alerts", UUID.class, alerts).execute());
    }

    /** Those that ended in a time, the oldest first. */
    List<BriefInterruption> between(Collection<UUID> vendors, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT brief.*, vendor.slug FROM brief_interruption brief JOIN vendor ON vendor.id = brief.vendor_id
                         WHERE brief.vendor_id = ANY(:vendors) AND brief.ended_at >= :from AND brief.ended_at < :to
                         ORDER BY brief.ended_at, brief.id""")
                .bindArray("vendors", UUID.class, vendors)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> interruption(row))
                .list());
    }

    /** Those of one vendor that ended before, the newest first. */
    List<BriefInterruption> before(UUID vendor, BriefQuery query) {
        BriefQuery.Place place = query.place();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT brief.*, vendor.slug FROM brief_interruption brief JOIN vendor ON vendor.id = brief.vendor_id
                         WHERE brief.vendor_id = :vendor AND (brief.ended_at, brief.id) < (:endedAt, :id)
                           AND (:from::timestamptz IS NULL OR brief.ended_at >= :from)
                           AND (:to::timestamptz IS NULL OR brief.ended_at < :to)
                         ORDER BY brief.ended_at DESC, brief.id DESC LIMIT :rows""")
                .bind("vendor", vendor)
                .bind("endedAt", place.endedAt())
                .bind("id", place.id())
                .bindByType("from", query.from(), Instant.class)
                .bindByType("to", query.to(), Instant.class)
                .bind("rows", query.limit() + 1)
                .map((row, _) -> interruption(row))
                .list());
    }

    private static BriefInterruption interruption(ResultSet row) throws SQLException {
        return new BriefInterruption(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("rule"),
                Dimension.valueOf(row.getString("dimension")),
                Severity.valueOf(row.getString("severity")),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("ended_at").toInstant(),
                row.getObject("alert_id", UUID.class));
    }
}
