package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Atlassian Statuspage, {@code /api/v2/summary.json}. Clones leave out groups, ids and empty lists. */
final class Statuspage implements JsonDialect {

    private static final String SUMMARY = "/api/v2/summary.json";

    @Override
    public boolean fits(Node root) {
        return !root.at("status", "indicator").text().isEmpty()
                && root.at("components").isList();
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        return StatusPage.listing(
                        root.at("page", "name").textOrNull(),
                        overall(root.at("status")),
                        components(root.at("components").items()))
                .with(
                        StatuspageNotices.incidents(root.at("incidents").items()),
                        StatuspageNotices.maintenances(
                                root.at("scheduled_maintenances").items()));
    }

    @Override
    public Optional<URI> feed(URI page) {
        return Address.below(page, SUMMARY);
    }

    @Override
    public boolean owns(URI page) {
        return Address.within(page, "statuspage.io") || Address.within(page, "status.atlassian.com");
    }

    static Overall overall(Node status) {
        String word = status.at("indicator").text();
        return new Overall(level(word), word, status.at("description").text());
    }

    static Level level(String indicator) {
        return switch (indicator) {
            case "none" -> Level.OPERATIONAL;
            case "maintenance" -> Level.MAINTENANCE;
            case "minor" -> Level.DEGRADED;
            case "major" -> Level.PARTIAL_OUTAGE;
            case "critical" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }

    /** Groups are left out, they only repeat their members. */
    private static List<Component> components(List<Node> rows) {
        Map<String, String> groups = new HashMap<>();
        rows.stream()
                .filter(row -> row.at("group").yes())
                .forEach(row -> groups.put(row.at("id").text(), row.at("name").text()));
        List<Component> components = new ArrayList<>();
        for (Node row : rows) {
            if (!row.at("group").yes()) {
                String group = groups.getOrDefault(row.at("group_id").text(), "");
                String word = row.at("status").text();
                components.add(new Component(
                        row.at("id").text(), row.at("name").text(), group, "", componentLevel(word), word));
            }
        }
        return components;
    }

    private static Level componentLevel(String word) {
        return switch (word) {
            case "operational" -> Level.OPERATIONAL;
            case "under_maintenance" -> Level.MAINTENANCE;
            case "degraded_performance" -> Level.DEGRADED;
            case "partial_outage" -> Level.PARTIAL_OUTAGE;
            case "major_outage" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }
}
