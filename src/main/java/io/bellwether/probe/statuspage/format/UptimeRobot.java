package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.util.List;

/** UptimeRobot, {@code /api/getMonitorList/{page}}; only the feed's own address leads there. */
final class UptimeRobot implements JsonDialect {

    @Override
    public boolean fits(Node root) {
        return root.at("data").first().at("monitorId").present();
    }

    /** What is paused is not watched and has no state. */
    @Override
    public StatusPage read(Node root, Reading reading) {
        List<Component> monitors = root.at("data").items().stream()
                .filter(row -> !row.at("statusClass").text().equals("paused"))
                .map(row -> {
                    String word = row.at("statusClass").text();
                    return Component.of(
                            row.at("monitorId").text(), row.at("name").text(), level(word), word);
                })
                .toList();
        return StatusPage.listing(null, null, monitors);
    }

    private static Level level(String word) {
        return switch (word) {
            case "success" -> Level.OPERATIONAL;
            case "warning" -> Level.DEGRADED;
            case "danger" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }
}
