package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** incident.io's summary for widgets, {@code /api/v1/summary}: only what is wrong or planned. */
final class IncidentIo implements JsonDialect {

    @Override
    public boolean fits(Node root) {
        Node incidents = root.at("ongoing_incidents");
        return root.at("page_title").present()
                && root.fields().containsKey("ongoing_incidents")
                && (incidents.isList() || !incidents.present());
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        List<Incident> incidents = root.at("ongoing_incidents").items().stream()
                .map(IncidentIo::incident)
                .toList();
        List<Maintenance> maintenances = Stream.of("in_progress_maintenances", "scheduled_maintenances")
                .flatMap(list -> root.at(list).items().stream())
                .map(IncidentIo::maintenance)
                .toList();
        return StatusPage.of(root.at("page_title").textOrNull(), incidents).with(incidents, maintenances);
    }

    @Override
    public Optional<URI> feed(URI page) {
        return Address.below(page, "/api/v1/summary");
    }

    @Override
    public List<String> marks() {
        return List.of("incident.io");
    }

    private static Incident incident(Node row) {
        String impact = row.at("current_worst_impact").text();
        Node start = row.at("started_at").present() ? row.at("started_at") : row.at("created_at");
        List<Update> updates = Update.of(List.of(row), "last_update_at", "status");
        return new Incident(
                notice(row, new Period(start.time(), null), updates),
                true,
                row.at("status").text(),
                impact,
                level(impact));
    }

    private static Maintenance maintenance(Node row) {
        Node start = row.at("started_at").present() ? row.at("started_at") : row.at("starts_at");
        Node end = row.at("scheduled_end_at").present() ? row.at("scheduled_end_at") : row.at("ends_at");
        String status = row.at("status").text();
        List<Update> updates = Update.of(List.of(row), "last_update_at", "status");
        return new Maintenance(
                notice(row, new Period(start.time(), end.time()), updates),
                status,
                status.equals("maintenance_in_progress"));
    }

    private static Notice notice(Node row, Period period, List<Update> updates) {
        List<Affected> components = row.at("affected_components").items().stream()
                .map(one -> new Affected(
                        one.at("id").text(),
                        one.at("name").text(),
                        level(one.at("current_status").text())))
                .toList();
        String name = row.at("name").text();
        return new Notice(
                Notice.id(row.at("id").text(), row.at("url").text(), name),
                name,
                row.at("url").textOrNull(),
                period,
                Scope.of(components),
                updates);
    }

    private static Level level(String word) {
        return switch (word) {
            case "operational" -> Level.OPERATIONAL;
            case "under_maintenance" -> Level.MAINTENANCE;
            case "degraded_performance" -> Level.DEGRADED;
            case "partial_outage" -> Level.PARTIAL_OUTAGE;
            case "full_outage" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }
}
