package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Better Stack's reports. Whether one is over says its state, not its end, which may stay empty for ever. */
final class BetterStackReports {

    private final List<Node> reports;
    private final Map<String, Node> updates;
    private final Map<String, Component> components;
    private final URI feed;

    BetterStackReports(List<Node> included, List<Component> components, URI feed) {
        this.reports = BetterStack.of(included, "status_report");
        this.updates = BetterStack.of(included, "status_update").stream()
                .collect(Collectors.toMap(update -> update.at("id").text(), Function.identity(), (first, _) -> first));
        this.components =
                components.stream().collect(Collectors.toMap(Component::id, Function.identity(), (first, _) -> first));
        this.feed = feed;
    }

    List<Incident> incidents() {
        return reports.stream()
                .filter(report -> !planned(report))
                .map(report -> {
                    String state = state(report);
                    boolean open = BetterStack.level(state) != Level.OPERATIONAL;
                    String type = report.at("attributes", "report_type").text();
                    return new Incident(notice(report), open, state, type, BetterStack.level(state));
                })
                .toList();
    }

    List<Maintenance> maintenances(Instant now) {
        return reports.stream()
                .filter(report -> planned(report) && !state(report).equals("resolved"))
                .map(report -> new Maintenance(notice(report), state(report), running(report, now)))
                .filter(work -> !over(work, now))
                .toList();
    }

    /** The state is the same before it has begun. */
    private static boolean running(Node report, Instant now) {
        Instant start = report.at("attributes", "starts_at").time();
        return state(report).equals("maintenance") && (start == null || !start.isAfter(now));
    }

    private static boolean over(Maintenance work, Instant now) {
        Instant end = work.notice().period().end();
        return end != null && !now.isBefore(end);
    }

    private static boolean planned(Node report) {
        return report.at("attributes", "report_type").text().equals("maintenance");
    }

    private static String state(Node report) {
        return report.at("attributes", "aggregate_state").text();
    }

    private Notice notice(Node report) {
        Node attributes = report.at("attributes");
        String title = attributes.at("title").text();
        return new Notice(
                Notice.id(report.at("id").text(), title),
                title,
                feed.resolve(".").toString(),
                new Period(
                        attributes.at("starts_at").time(),
                        attributes.at("ends_at").time()),
                Scope.of(attributes.at("affected_resources").items().stream()
                        .map(this::affected)
                        .toList()),
                updates(report));
    }

    private Affected affected(Node resource) {
        String id = resource.at("status_page_resource_id").text();
        Component component = components.get(id);
        String name = component == null ? id : component.name();
        return new Affected(id, name, BetterStack.level(resource.at("status").text()));
    }

    private List<Update> updates(Node report) {
        Set<String> ids = report.at("relationships", "status_updates", "data").items().stream()
                .map(reference -> reference.at("id").text())
                .collect(Collectors.toSet());
        List<Node> posts = updates.entrySet().stream()
                .filter(update -> ids.contains(update.getKey()))
                .map(update -> update.getValue().at("attributes"))
                .toList();
        return Update.of(posts, "published_at", "status");
    }
}
