package io.bellwether.dashboard.portfolio;

import io.bellwether.core.Outcome;
import io.bellwether.core.Tier;
import io.bellwether.core.score.Trend;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the whole fleet across the packages' tables in two statements, however many vendors there are. */
@Singleton
class FleetQuery {

    private static final String VENDORS = """
            SELECT v.id, v.slug, v.name, v.tier, h.index, h.grade, h.trend, h.uptime, h.latency, h.security, h.financial,
                   coalesce(a.open, 0) AS open_alerts
            FROM vendor v
            LEFT JOIN LATERAL (
                SELECT index, grade, trend, uptime, latency, security, financial FROM health_snapshot
                WHERE vendor_id = v.id ORDER BY day DESC LIMIT 1) h ON true
            LEFT JOIN (
                SELECT vendor_id, count(*) AS open FROM alert_episode
                WHERE condition <> 'RESOLVED' AND condition <> 'PENDING' GROUP BY vendor_id) a ON a.vendor_id = v.id
            WHERE v.archived_at IS NULL""";

    private static final String STATES = """
            SELECT s.vendor_id, p.kind, h.deciding, s.outcome, s.since, s.due_at, p.every_ms
            FROM probe_state s JOIN probe p ON p.id = s.probe_id JOIN series h ON h.probe_id = s.probe_id AND h.location = ''
            WHERE p.removed_at IS NULL AND (h.deciding OR p.kind = 'tls')
              AND (CAST(:vendors AS uuid[]) IS NULL OR s.vendor_id = ANY (:vendors))""";

    private static final String FIRST = """
            SELECT id, slug FROM vendor WHERE archived_at IS NULL ORDER BY slug LIMIT :most""";

    private record StateOf(UUID vendorId, ProbeState state) {}

    private final Jdbi jdbi;
    private final Clock clock;

    FleetQuery(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    List<PortfolioRow> rows() {
        return jdbi.withHandle(handle -> {
            Map<UUID, List<ProbeState>> states = states(handle, null);
            return handle.createQuery(VENDORS)
                    .map((row, context) -> row(row, states))
                    .list();
        });
    }

    VendorStatus status(UUID vendorId) {
        return jdbi.withHandle(handle -> status(states(handle, List.of(vendorId)), vendorId));
    }

    /** How the first vendors are, in the order of their slugs. */
    SortedMap<String, Outcome> statuses(int most) {
        return jdbi.withHandle(handle -> {
            Map<UUID, String> slugs = handle.createQuery(FIRST)
                    .bind("most", most)
                    .collectRows(Collectors.toMap(
                            row -> row.getColumn("id", UUID.class), row -> row.getColumn("slug", String.class)));
            Map<UUID, List<ProbeState>> states = states(handle, slugs.keySet());
            SortedMap<String, Outcome> statuses = new TreeMap<>();
            slugs.forEach((id, slug) -> statuses.put(slug, status(states, id).outcome()));
            return statuses;
        });
    }

    /** @param vendors all when null */
    private static Map<UUID, List<ProbeState>> states(Handle handle, @Nullable Collection<UUID> vendors) {
        return handle
                .createQuery(STATES)
                .bindByType("vendors", vendors == null ? null : vendors.toArray(UUID[]::new), UUID[].class)
                .map((row, context) -> stateOf(row))
                .stream()
                .collect(Collectors.groupingBy(
                        StateOf::vendorId, Collectors.mapping(StateOf::state, Collectors.toList())));
    }

    private VendorStatus status(Map<UUID, List<ProbeState>> states, UUID vendorId) {
        return VendorStatus.of(states.getOrDefault(vendorId, List.of()), clock.instant());
    }

    private PortfolioRow row(ResultSet row, Map<UUID, List<ProbeState>> states) throws SQLException {
        VendorStatus status = status(states, row.getObject("id", UUID.class));
        String trend = row.getString("trend");
        return new PortfolioRow(
                row.getString("slug"),
                row.getString("name"),
                Tier.valueOf(row.getString("tier")),
                status.outcome(),
                status.since(),
                row.getObject("index", Integer.class),
                row.getString("grade"),
                trend == null ? null : Trend.valueOf(trend),
                row.getObject("uptime", Integer.class),
                row.getObject("latency", Integer.class),
                row.getObject("security", Integer.class),
                row.getObject("financial", Integer.class),
                row.getInt("open_alerts"),
                null,
                status.checkedAt());
    }

    private static StateOf stateOf(ResultSet row) throws SQLException {
        return new StateOf(
                row.getObject("vendor_id", UUID.class),
                new ProbeState(
                        row.getString("kind"),
                        row.getBoolean("deciding"),
                        Outcome.valueOf(row.getString("outcome")),
                        instant(row, "since"),
                        instant(row, "due_at"),
                        Duration.ofMillis(row.getLong("every_ms"))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value.toInstant();
    }
}
