package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Gatus, {@code /api/v1/endpoints/statuses}: the latest results of each endpoint, the last being the newest. */
final class Gatus implements JsonDialect {

    @Override
    public boolean fits(Node root) {
        Node first = root.first();
        return root.isList()
                && (!first.present()
                        || (first.at("name").present() && first.at("results").isList()));
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        List<Component> endpoints = root.items().stream()
                .map(row -> {
                    List<Node> results = row.at("results").items();
                    String success = results.isEmpty()
                            ? ""
                            : results.getLast().at("success").text();
                    String id = Notice.id(row.at("key").text(), row.at("name").text());
                    return new Component(
                            id, row.at("name").text(), row.at("group").text(), "", level(success), success);
                })
                .toList();
        return StatusPage.listing(null, null, endpoints);
    }

    @Override
    public Optional<URI> feed(URI page) {
        return Address.below(page, "/api/v1/endpoints/statuses");
    }

    @Override
    public List<String> marks() {
        return List.of("gatus");
    }

    private static Level level(String success) {
        return switch (success) {
            case "true" -> Level.OPERATIONAL;
            case "false" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }
}
