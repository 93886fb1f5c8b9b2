package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Incidents and maintenances in Statuspage's shape. */
final class StatuspageNotices {

    private static final Set<String> OVER = Set.of("resolved", "postmortem", "completed");
    private static final Set<String> RUNNING = Set.of("in_progress", "verifying");

    private StatuspageNotices() {}

    /** Those whose name begins with an underscore are notes of the vendor to itself. */
    static List<Incident> incidents(List<Node> rows) {
        return rows.stream()
                .filter(row -> !row.at("name").text().startsWith("_"))
                .map(row -> {
                    String status = row.at("status").text();
                    String impact = row.at("impact").text();
                    boolean open = !OVER.contains(status);
                    return new Incident(notice(row), open, status, impact, Statuspage.level(impact));
                })
                .toList();
    }

    static List<Maintenance> maintenances(List<Node> rows) {
        return rows.stream()
                .filter(row -> !OVER.contains(row.at("status").text()))
                .map(row -> new Maintenance(
                        notice(row),
                        row.at("status").text(),
                        RUNNING.contains(row.at("status").text())))
                .toList();
    }

    private static Notice notice(Node row) {
        String url = row.at("shortlink").text();
        String name = row.at("name").text();
        return new Notice(
                Notice.id(row.at("id").text(), url, name),
                name,
                row.at("shortlink").textOrNull(),
                period(row),
                Scope.of(components(row)),
                Update.of(row.at("incident_updates").items(), "display_at", "status"));
    }

    private static Period period(Node row) {
        Node start = Stream.of("scheduled_for", "started_at", "created_at")
                .map(row::at)
                .filter(time -> time.time() != null)
                .findFirst()
                .orElse(Node.ABSENT);
        Node end = row.at("scheduled_until").present() ? row.at("scheduled_until") : row.at("resolved_at");
        return new Period(start.time(), end.time());
    }

    /** Some name the components only in the updates. */
    private static List<Affected> components(Node row) {
        Stream<Affected> named = row.at("components").items().stream()
                .map(one -> Affected.of(one.at("id").text(), one.at("name").text()));
        Stream<Affected> updated = row.at("incident_updates").items().stream()
                .flatMap(update -> update.at("affected_components").items().stream())
                .map(one -> Affected.of(one.at("code").text(), one.at("name").text()));
        return Stream.concat(named, updated)
                .filter(one -> !one.name().isEmpty())
                .distinct()
                .toList();
    }
}
