package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Better Stack, {@code /index.json}, in the manner of JSON:API. */
final class BetterStack implements JsonDialect {

    @Override
    public boolean fits(Node root) {
        return root.at("data", "type").text().equals("status_page");
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        Node page = root.at("data", "attributes");
        String word = page.at("aggregate_state").text();
        List<Node> included = root.at("included").items();
        List<Component> components = components(included);
        BetterStackReports reports = new BetterStackReports(included, components, reading.feed());
        return StatusPage.listing(
                        page.at("company_name").textOrNull(),
                        new Overall(level(word), word, page.at("announcement").text()),
                        components)
                .with(reports.incidents(), reports.maintenances(reading.now()));
    }

    @Override
    public Optional<URI> feed(URI page) {
        return Address.below(page, "/index.json");
    }

    @Override
    public boolean owns(URI page) {
        return Address.within(page, "betteruptime.com") || Address.within(page, "betterstack.com");
    }

    @Override
    public List<String> marks() {
        return List.of("betterstack", "betteruptime", "better stack");
    }

    static Level level(String word) {
        return switch (word) {
            case "operational", "resolved" -> Level.OPERATIONAL;
            case "maintenance" -> Level.MAINTENANCE;
            case "degraded" -> Level.DEGRADED;
            case "downtime" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }

    /** What is shown without being monitored has no state. */
    private static List<Component> components(List<Node> included) {
        Map<String, String> sections = new HashMap<>();
        of(included, "status_page_section")
                .forEach(section -> sections.put(
                        section.at("id").text(),
                        section.at("attributes", "name").text()));
        return of(included, "status_page_resource").stream()
                .filter(row -> !row.at("attributes", "status").text().equals("not_monitored"))
                .map(row -> {
                    Node resource = row.at("attributes");
                    String word = resource.at("status").text();
                    String section = sections.getOrDefault(
                            resource.at("status_page_section_id").text(), "");
                    return new Component(
                            row.at("id").text(), resource.at("public_name").text(), section, "", level(word), word);
                })
                .toList();
    }

    static List<Node> of(List<Node> included, String type) {
        return included.stream()
                .filter(row -> row.at("type").text().equals(type))
                .toList();
    }
}
