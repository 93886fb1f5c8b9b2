package io.bellwether.slo;

import io.bellwether.core.slo.Span;
import io.bellwether.platform.Page;
import io.bellwether.slo.MaintenanceWindow.Source;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads the view {@code maintenance}: our own windows and those that vendors announce. */
@Singleton
class MaintenanceReads {

    private static final String SELECT = """
            SELECT work.id, vendor.slug, work.source, work.starts_at, work.ends_at, work.reason,
                   coalesce(work.excluded, :announced) AS excluded, work.url, work.created_by, work.created_at, work.version
              FROM maintenance work JOIN vendor ON vendor.id = work.vendor_id
            """;

    private final Jdbi jdbi;
    private final SloSettings settings;

    MaintenanceReads(Jdbi jdbi, SloSettings settings) {
        this.jdbi = jdbi;
        this.settings = settings;
    }

    /** Those that are left out of the account and overlap the time. */
    List<Span> excluded(UUID vendorId, Span time) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT starts_at, ends_at FROM maintenance
                         WHERE vendor_id = :vendor AND ends_at > :from AND starts_at < :to
                           AND coalesce(excluded, :announced)""")
                .bind("vendor", vendorId)
                .bind("from", time.from())
                .bind("to", time.to())
                .bind("announced", settings.excludeAnnounced())
                .map((row, _) -> new Span(instant(row, "starts_at"), instant(row, "ends_at")))
                .list());
    }

    Optional<MaintenanceWindow> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE work.id = :id")
                .bind("id", id)
                .bind("announced", settings.excludeAnnounced())
                .map((row, _) -> window(row))
                .findOne());
    }

    Page<MaintenanceWindow> list(MaintenanceQuery query) {
        MaintenanceQuery.Place place = query.place();
        List<MaintenanceWindow> found = jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                         WHERE vendor.archived_at IS NULL
                           AND (:vendor::text IS NULL OR vendor.slug = :vendor)
                           AND (:from::timestamptz IS NULL OR work.ends_at > :from)
                           AND (:to::timestamptz IS NULL OR work.starts_at < :to)
                           AND (work.starts_at, work.id) < (:startsAt, :id)
                         ORDER BY work.starts_at DESC, work.id DESC LIMIT :rows""")
                .bind("announced", settings.excludeAnnounced())
                .bind("vendor", query.vendor())
                .bindByType("from", query.from(), Instant.class)
                .bindByType("to", query.to(), Instant.class)
                .bind("startsAt", place.startsAt())
                .bind("id", place.id())
                .bind("rows", query.limit() + 1)
                .map((row, _) -> window(row))
                .list());
        return Page.of(found, query.limit(), MaintenanceQuery::cursor);
    }

    private static MaintenanceWindow window(ResultSet row) throws SQLException {
        return new MaintenanceWindow(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                Source.valueOf(row.getString("source")),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getString("reason"),
                row.getBoolean("excluded"),
                row.getString("url"),
                row.getString("created_by"),
                instant(row, "created_at"),
                row.getInt("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
