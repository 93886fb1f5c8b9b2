package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Instatus: the page's word and what is going on in {@code /summary.json}, the components in {@code /v2/components.json}. */
final class Instatus implements JsonDialect {

    @Override
    public boolean fits(Node root) {
        return !root.at("page", "status").text().isEmpty() && !root.at("status").present();
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        List<Incident> incidents = root.at("activeIncidents").items().stream()
                .map(InstatusNotices::incident)
                .toList();
        List<Maintenance> maintenances = root.at("activeMaintenances").items().stream()
                .filter(row -> !row.at("status").text().equals("COMPLETED"))
                .map(InstatusNotices::maintenance)
                .toList();
        List<Component> components = components(reading.companion());
        Coverage coverage = components.isEmpty() ? Coverage.ABSENT : Coverage.LISTED;
        return StatusPage.listing(
                        root.at("page", "name").textOrNull(),
                        overall(root.at("page", "status").text(), incidents),
                        components)
                .covering(coverage, Coverage.ABSENT)
                .with(incidents, maintenances);
    }

    @Override
    public Optional<URI> feed(URI page) {
        return Address.below(page, "/summary.json");
    }

    @Override
    public Optional<URI> companion(URI feed) {
        return Address.beside(feed, "/summary.json", "/v2/components.json");
    }

    @Override
    public boolean owns(URI page) {
        return Address.within(page, "instatus.com");
    }

    @Override
    public List<String> marks() {
        return List.of("instatus");
    }

    static Level level(String word) {
        return switch (word) {
            case "OPERATIONAL" -> Level.OPERATIONAL;
            case "UNDERMAINTENANCE" -> Level.MAINTENANCE;
            case "DEGRADEDPERFORMANCE" -> Level.DEGRADED;
            case "PARTIALOUTAGE", "MINOROUTAGE" -> Level.PARTIAL_OUTAGE;
            case "MAJOROUTAGE" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }

    /** The page says that there are issues but not how bad they are; its incidents do. */
    private static Overall overall(String word, List<Incident> incidents) {
        Level level = switch (word) {
            case "UP" -> Level.OPERATIONAL;
            case "UNDERMAINTENANCE" -> worst(incidents, Level.MAINTENANCE);
            case "HASISSUES" -> worst(incidents, Level.DEGRADED);
            default -> Level.UNKNOWN;
        };
        return new Overall(level, word, "");
    }

    private static Level worst(List<Incident> incidents, Level least) {
        return incidents.stream().filter(Incident::open).map(Incident::level).reduce(least, Level::orWorse);
    }

    /** A bare list, or one in an object; a group's row only repeats its members. */
    private static List<Component> components(Node companion) {
        Node list = companion.isList() ? companion : companion.at("components");
        return list.items().stream()
                .filter(row -> !row.at("isParent").yes())
                .map(row -> {
                    String word = row.at("status").text();
                    String group = row.at("group").isObject()
                            ? row.at("group", "name").text()
                            : row.at("group").text();
                    return new Component(row.at("id").text(), row.at("name").text(), group, "", level(word), word);
                })
                .toList();
    }
}
