package io.bellwether.slo;

import io.bellwether.core.slo.Span;
import io.bellwether.platform.Json;
import io.bellwether.platform.Page;
import io.bellwether.slo.MaintenanceWindow.Source;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads the view {@code maintenance}: our own windows and those that vendors announce. */
@Singleton
class MaintenanceReads {

    private static final String SELECT = """
            SELECT work.id, vendor.slug, work.source, work.starts_at, work.ends_at, work.reason,
                   coalesce(work.excluded, :announced) AS excluded, work.url, work.created_by, work.created_at, work.version,
                   coalesce(work.mutes, :mutes) AS mutes, work.recurrence::text AS recurrence
              FROM maintenance work JOIN vendor ON vendor.id = work.vendor_id
            """;

    private final Jdbi jdbi;
    private final Json json;
    private final SloSettings settings;

    MaintenanceReads(Jdbi jdbi, Json json, SloSettings settings) {
        this.jdbi = jdbi;
        this.json = json;
        this.settings = settings;
    }

    /** Those that are left out of the account and overlap the time. */
    List<Span> excluded(UUID vendorId, Span time) {
        return works(
                        "work.vendor_id = :vendor AND coalesce(work.excluded, :announced)",
                        time,
                        query -> query.bind("vendor", vendorId).bind("announced", settings.excludeAnnounced()))
                .stream()
                .flatMap(work -> work.within(time).stream())
                .toList();
    }

    /** Those that go on and of which nobody is to be told. */
    List<Work> muting(Collection<String> vendors, Instant now) {
        return works(
                        """
                        work.vendor_id = ANY(ARRAY(SELECT id FROM vendor WHERE slug = ANY(:vendors)))
                        AND coalesce(work.mutes, :mutes)""",
                        new Span(now, now.plusMillis(1)),
                        query -> query.bindArray("vendors", String.class, vendors)
                                .bind("mutes", settings.muteAnnounced()))
                .stream()
                .filter(work -> work.goesOn(now))
                .toList();
    }

    private List<Work> works(String condition, Span time, UnaryOperator<Query> bound) {
        return jdbi.withHandle(handle -> bound.apply(handle.createQuery("""
                        SELECT work.id, vendor.slug, work.starts_at, work.ends_at, work.recurrence::text AS recurrence
                          FROM maintenance work JOIN vendor ON vendor.id = work.vendor_id
                         WHERE work.ends_at > :from AND work.starts_at < :to AND\s""" + condition))
                .bind("from", time.from())
                .bind("to", time.to())
                .map((row, _) -> new Work(
                        row.getObject("id", UUID.class),
                        row.getString("slug"),
                        new Span(instant(row, "starts_at"), instant(row, "ends_at")),
                        recurring(row)))
                .list());
    }

    Optional<MaintenanceWindow> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE work.id = :id")
                .bind("id", id)
                .bind("announced", settings.excludeAnnounced())
                .bind("mutes", settings.muteAnnounced())
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
                .bind("mutes", settings.muteAnnounced())
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

    private MaintenanceWindow window(ResultSet row) throws SQLException {
        return new MaintenanceWindow(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                Source.valueOf(row.getString("source")),
                instant(row, "starts_at"),
                MaintenanceRow.end(instant(row, "ends_at")),
                row.getString("reason"),
                row.getBoolean("excluded"),
                row.getBoolean("mutes"),
                recurring(row),
                row.getString("url"),
                row.getString("created_by"),
                instant(row, "created_at"),
                row.getInt("version"));
    }

    private @Nullable Recurring recurring(ResultSet row) throws SQLException {
        String stored = row.getString("recurrence");
        return stored == null ? null : json.read(stored, Recurring.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
