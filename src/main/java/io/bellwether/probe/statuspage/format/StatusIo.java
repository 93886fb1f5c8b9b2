package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Html;
import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Status.io, {@code api.status.io/1.0/status/{page}}. Regions are containers of components and have states of their own: a
 * component that is well as a whole may be down in one.
 */
final class StatusIo implements JsonDialect {

    private static final String API = "https://api.status.io/1.0/status/";
    private static final Pattern PAGE_ID = Pattern.compile("/pages/(?:[a-z_]+/)?([0-9a-f]{24})\\b");

    @Override
    public boolean fits(Node root) {
        return root.at("result", "status_overall").isObject();
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        Node result = root.at("result");
        Node overall = result.at("status_overall");
        return StatusPage.listing(
                        null,
                        new Overall(
                                level(overall.at("status_code").text()),
                                overall.at("status").text(),
                                ""),
                        result.at("status").items().stream()
                                .flatMap(StatusIo::components)
                                .toList())
                .covering(Coverage.LISTED, Coverage.LISTED)
                .with(StatusIoNotices.incidents(result), StatusIoNotices.maintenances(result));
    }

    @Override
    public Optional<URI> feed(URI page) {
        Matcher id = PAGE_ID.matcher(String.valueOf(page.getRawPath()));
        return id.find() ? Optional.of(URI.create(API + id.group(1))) : Optional.empty();
    }

    @Override
    public Optional<URI> feed(Html html) {
        return html.find(PAGE_ID).map(id -> URI.create(API + id));
    }

    @Override
    public List<String> marks() {
        return List.of("status.io");
    }

    static Level level(String code) {
        return switch (code) {
            case "100" -> Level.OPERATIONAL;
            case "200" -> Level.MAINTENANCE;
            // 600 is a security event: not down, but not well either.
            case "300", "600" -> Level.DEGRADED;
            case "400" -> Level.PARTIAL_OUTAGE;
            case "500" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }

    private static Stream<Component> components(Node row) {
        List<Node> containers = row.at("containers").items();
        return containers.isEmpty()
                ? Stream.of(component(row, row, ""))
                : containers.stream()
                        .map(container ->
                                component(row, container, container.at("name").text()));
    }

    private static Component component(Node row, Node state, String region) {
        return new Component(
                row.at("id").text(),
                row.at("name").text(),
                "",
                region,
                level(state.at("status_code").text()),
                state.at("status").text());
    }
}
