package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Incidents and maintenances of one Salesforce instance. */
final class SalesforceNotices {

    private SalesforceNotices() {}

    /** An incident is over when each of its impacts has an end. */
    static Stream<Incident> incidents(Node instance) {
        return instance.at("Incidents").items().stream().map(row -> {
            List<Node> impacts = row.at("IncidentImpacts").items();
            boolean open = impacts.isEmpty()
                    || impacts.stream().anyMatch(impact -> impact.at("endTime").time() == null);
            String severity = impacts.stream()
                    .map(impact -> impact.at("severity").text().toLowerCase(Locale.ROOT))
                    .max(Comparator.comparing(SalesforceNotices::level))
                    .orElse("");
            Period period = new Period(
                    earliest(impacts.stream()
                            .map(impact -> impact.at("startTime").time())),
                    open ? null : latest(impacts));
            return new Incident(
                    notice(instance, row, period, row.at("IncidentEvents").items()),
                    open,
                    open ? "active" : "resolved",
                    severity,
                    level(severity));
        });
    }

    static Stream<Maintenance> maintenances(Node instance) {
        return instance.at("Maintenances").items().stream().map(row -> {
            Period period = new Period(
                    row.at("plannedStartTime").time(), row.at("plannedEndTime").time());
            return new Maintenance(
                    notice(instance, row, period, row.at("MaintenanceEvents").items()), "planned", false);
        });
    }

    private static Notice notice(Node instance, Node row, Period period, List<Node> events) {
        String key = instance.at("key").text();
        String id = Notice.id(row.at("id").text(), row.at("name").text());
        return new Notice(
                id,
                Notice.id(row.at("name").text(), "Incident " + id),
                "https://status.salesforce.com/instances/" + key,
                period,
                Scope.of(List.of(Affected.of(key, key))),
                Update.of(events, "createdAt", "type"));
    }

    private static Level level(String severity) {
        return switch (severity) {
            case "minor" -> Level.DEGRADED;
            case "major" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }

    private static @Nullable Instant earliest(Stream<@Nullable Instant> times) {
        return times.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable Instant latest(List<Node> impacts) {
        return impacts.stream()
                .map(impact -> impact.at("endTime").time())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
