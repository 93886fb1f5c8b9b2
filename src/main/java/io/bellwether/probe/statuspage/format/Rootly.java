package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Rootly, {@code /api/v1/status.json}: Statuspage's overall word and incidents without its components. */
final class Rootly implements JsonDialect {

    @Override
    public boolean fits(Node root) {
        return !status(root).at("indicator").text().isEmpty()
                && !root.at("components").isList();
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        return StatusPage.listing(root.at("page", "name").textOrNull(), Statuspage.overall(status(root)), List.of())
                .covering(Coverage.ABSENT, Coverage.ABSENT)
                .with(
                        StatuspageNotices.incidents(root.at("incidents").items()),
                        StatuspageNotices.maintenances(
                                root.at("scheduled_maintenances").items()));
    }

    @Override
    public Optional<URI> feed(URI page) {
        return Address.below(page, "/api/v1/status.json");
    }

    @Override
    public List<String> marks() {
        return List.of("rootly.com");
    }

    private static Node status(Node root) {
        return root.at("status").isObject() ? root.at("status") : root;
    }
}
