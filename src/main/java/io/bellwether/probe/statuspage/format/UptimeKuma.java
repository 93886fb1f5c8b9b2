package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of Uptime Kuma: the states in {@code /api/status-page/heartbeat/{slug}}, the names in {@code /api/status-page/{slug}}. */
final class UptimeKuma implements JsonDialect {

    private static final Pattern SLUG = Pattern.compile("/status/([\\w-]+)/?$");

    private record Name(String name, String group) {}

    @Override
    public boolean fits(Node root) {
        return root.at("heartbeatList").isObject();
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        Map<String, Name> names = names(reading.companion());
        List<Component> monitors = root.at("heartbeatList").fields().entrySet().stream()
                .map(monitor -> {
                    Name name = names.getOrDefault(monitor.getKey(), new Name(monitor.getKey(), ""));
                    String code = latest(monitor.getValue());
                    return new Component(monitor.getKey(), name.name(), name.group(), "", level(code), code);
                })
                .toList();
        return StatusPage.listing(reading.companion().at("config", "title").textOrNull(), null, monitors);
    }

    @Override
    public Optional<URI> feed(URI page) {
        Matcher slug = SLUG.matcher(String.valueOf(page.getRawPath()));
        return slug.find()
                ? Optional.of(page.resolve("/api/status-page/heartbeat/" + slug.group(1)))
                : Optional.empty();
    }

    @Override
    public Optional<URI> companion(URI feed) {
        String path = String.valueOf(feed.getRawPath());
        return path.contains("/heartbeat/")
                ? Optional.of(feed.resolve(path.replace("/heartbeat/", "/")))
                : Optional.empty();
    }

    @Override
    public List<String> marks() {
        return List.of("uptime kuma");
    }

    /** The last beat is the latest. */
    private static String latest(Node beats) {
        List<Node> all = beats.items();
        return all.isEmpty() ? "" : all.getLast().at("status").text();
    }

    private static Map<String, Name> names(Node page) {
        Map<String, Name> names = new HashMap<>();
        for (Node group : page.at("publicGroupList").items()) {
            for (Node monitor : group.at("monitorList").items()) {
                names.put(
                        monitor.at("id").text(),
                        new Name(monitor.at("name").text(), group.at("name").text()));
            }
        }
        return names;
    }

    private static Level level(String code) {
        return switch (code) {
            case "0" -> Level.MAJOR_OUTAGE;
            case "1" -> Level.OPERATIONAL;
            // Pending: it failed and is being tried again.
            case "2" -> Level.DEGRADED;
            case "3" -> Level.MAINTENANCE;
            default -> Level.UNKNOWN;
        };
    }
}
