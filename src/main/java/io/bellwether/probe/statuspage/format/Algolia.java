package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Algolia, {@code /1/status}: a word for each cluster, of which a customer uses one. */
final class Algolia implements JsonDialect {

    @Override
    public boolean fits(Node root) {
        List<Node> words = List.copyOf(root.at("status").fields().values());
        return root.fields().size() == 1
                && !words.isEmpty()
                && !root.at("status", "indicator").present()
                && words.stream().noneMatch(word -> word.text().isEmpty());
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        List<Component> clusters = root.at("status").fields().entrySet().stream()
                .map(cluster -> {
                    String word = cluster.getValue().text();
                    return Component.of(cluster.getKey(), cluster.getKey(), level(word), word);
                })
                .toList();
        return StatusPage.listing("Algolia", null, clusters).divided(true);
    }

    @Override
    public Optional<URI> feed(URI page) {
        return Address.below(page, "/1/status");
    }

    @Override
    public boolean owns(URI page) {
        return Address.within(page, "status.algolia.com");
    }

    private static Level level(String word) {
        return switch (word) {
            case "operational" -> Level.OPERATIONAL;
            case "degraded_performance" -> Level.DEGRADED;
            case "partial_outage" -> Level.PARTIAL_OUTAGE;
            case "major_outage" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }
}
