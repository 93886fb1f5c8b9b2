package io.bellwether.alert;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.bellwether.alert.Alert.TimelineEntry;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Severity;
import io.bellwether.platform.Cursor;
import io.bellwether.platform.Json;
import io.bellwether.platform.Page;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Alerts as people see them, from the database. */
@Singleton
class AlertReads {

    private static final String SELECT = """
            SELECT episode.*, vendor.slug, vendor.tier
              FROM alert_episode episode LEFT JOIN vendor ON vendor.id = episode.vendor_id
            """;

    /** As an index has it: the planner does not see that a list of conditions means the same. */
    private static final String OPEN = "episode.condition <> 'RESOLVED'";

    private record Entry(UUID episodeId, TimelineEntry entry) {}

    private final Jdbi jdbi;
    private final AlertMapper mapper;
    private final Suppressions suppressions;

    AlertReads(Jdbi jdbi, Json json, Suppressions suppressions) {
        this.jdbi = jdbi;
        this.mapper = new AlertMapper(json);
        this.suppressions = suppressions;
    }

    Optional<Alert> find(UUID id) {
        return found(List.of(id)).stream().findFirst();
    }

    /** Those of these alerts that there are, in any order. */
    List<Alert> found(Collection<UUID> ids) {
        return withTimelines(withoutTimelines(ids));
    }

    /** All that are told or are about to be, without their timelines. */
    List<Alert> allOpen() {
        return alerts("WHERE episode.condition <> 'RESOLVED'", query -> query);
    }

    /** Those of these alerts that there are. */
    List<Alert> withoutTimelines(Collection<UUID> ids) {
        return alerts("WHERE episode.id = ANY (:ids)", query -> query.bindArray("ids", UUID.class, ids));
    }

    Page<Alert> list(AlertQuery query) {
        String condition = """
                WHERE %s AND episode.condition = ANY (:conditions) AND episode.number < :before AND episode.rule <> ALL (:others)
                  AND (:severity::text IS NULL OR episode.severity = :severity)
                  AND (:vendor::text IS NULL OR vendor.slug = :vendor)
                  AND (:dimension::text IS NULL OR episode.dimension = :dimension)
                  AND (:assignee::text IS NULL OR coalesce(episode.assignee, :nobody) = :assignee)
                ORDER BY episode.number DESC LIMIT :rows""".formatted(query.conditions().contains(Condition.RESOLVED) ? "true" : OPEN);
        List<Alert> rows = alerts(condition, sql -> bound(query, sql));
        return Page.of(withTimelines(rows), query.limit(), alert -> Cursor.of(alert.episode()));
    }

    List<Alert> open(UUID vendorId) {
        return withTimelines(alerts("""
                WHERE episode.vendor_id = :vendor AND episode.condition <> 'RESOLVED'
                ORDER BY episode.number DESC""", query -> query.bind("vendor", vendorId)));
    }

    List<Alert> between(UUID vendorId, Instant from, Instant to) {
        return withTimelines(alerts(
                """
                WHERE episode.vendor_id = :vendor AND episode.fired_at < :to
                  AND (episode.resolved_at IS NULL OR episode.resolved_at >= :from)
                ORDER BY episode.number""", query -> query.bind("vendor", vendorId).bind("from", from).bind("to", to)));
    }

    Map<UUID, Integer> openCounts() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT vendor_id, count(*)::int AS alerts FROM alert_episode
                         WHERE condition IN ('FIRING', 'RECOVERING') AND vendor_id IS NOT NULL GROUP BY vendor_id""")
                .collectRows(toMap(
                        row -> row.getColumn("vendor_id", UUID.class), row -> row.getColumn("alerts", Integer.class))));
    }

    long firing(Severity severity) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM alert_episode
                         WHERE condition IN ('FIRING', 'RECOVERING') AND severity = :severity""")
                .bind("severity", severity.name())
                .mapTo(Long.class)
                .one());
    }

    boolean vendorExists(String slug) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT FROM vendor WHERE slug = :slug)")
                .bind("slug", slug)
                .mapTo(Boolean.class)
                .one());
    }

    private List<Alert> alerts(String condition, UnaryOperator<Query> bound) {
        return suppressions.of(jdbi.withHandle(handle ->
                bound.apply(handle.createQuery(SELECT + condition)).map(mapper).list()));
    }

    private static Query bound(AlertQuery query, Query sql) {
        Object[] others = Arrays.stream(BuiltInRule.values())
                .filter(rule -> query.lens() != null && !rule.lenses().contains(query.lens()))
                .map(BuiltInRule::ruleName)
                .toArray();
        return sql.bindArray(
                        "conditions",
                        String.class,
                        query.conditions().stream().map(Condition::name).toArray())
                .bindArray("others", String.class, others)
                .bind("before", before(query))
                .bind(
                        "severity",
                        query.severity() == null ? null : query.severity().name())
                .bind("vendor", query.vendor())
                .bind(
                        "dimension",
                        query.dimension() == null ? null : query.dimension().name())
                .bind("assignee", query.assignee())
                .bind("nobody", AlertQuery.NOBODY)
                .bind("rows", query.limit() + 1);
    }

    private static long before(AlertQuery query) {
        List<String> key = Cursor.parts(query.after(), 1);
        try {
            return key.isEmpty() ? Long.MAX_VALUE : Long.parseLong(key.getFirst());
        } catch (NumberFormatException e) {
            throw Cursor.broken();
        }
    }

    private List<Alert> withTimelines(List<Alert> alerts) {
        if (alerts.isEmpty()) {
            return alerts;
        }
        Map<UUID, List<TimelineEntry>> timelines = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM alert_timeline WHERE episode_id = ANY (:episodes) ORDER BY at, id""")
                .bindArray(
                        "episodes", UUID.class, alerts.stream().map(Alert::id).toArray())
                .map((row, context) -> new Entry(
                        row.getObject("episode_id", UUID.class),
                        new TimelineEntry(
                                row.getTimestamp("at").toInstant(),
                                row.getString("kind"),
                                row.getString("actor"),
                                row.getString("text"))))
                .collect(groupingBy(Entry::episodeId, mapping(Entry::entry, toList()))));
        return alerts.stream()
                .map(alert -> alert.with(timelines.getOrDefault(alert.id(), List.of())))
                .toList();
    }
}
