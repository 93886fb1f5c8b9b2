package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Cachet, {@code /api/v1/components}. */
final class Cachet implements JsonDialect {

    @Override
    public boolean fits(Node root) {
        Node first = root.at("data").first();
        return first.at("status_name").present() && first.at("status").present();
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        List<Component> components = root.at("data").items().stream()
                .filter(row -> !row.at("enabled").text().equals("false"))
                .map(row -> Component.of(
                        row.at("id").text(),
                        row.at("name").text(),
                        level(row.at("status").text()),
                        row.at("status_name").text()))
                .toList();
        return StatusPage.listing(null, null, components);
    }

    @Override
    public Optional<URI> feed(URI page) {
        return Address.below(page, "/api/v1/components");
    }

    @Override
    public List<String> marks() {
        return List.of("cachethq", "powered by cachet");
    }

    private static Level level(String code) {
        return switch (code) {
            case "1" -> Level.OPERATIONAL;
            case "2" -> Level.DEGRADED;
            case "3" -> Level.PARTIAL_OUTAGE;
            case "4" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }
}
