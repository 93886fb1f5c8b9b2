package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Slack, {@code /api/v2.0.0/current}. A notice is for information and degrades nothing. */
final class Slack implements JsonDialect {

    private static final List<String> SERVICES = List.of(
            "Login/SSO",
            "Messaging",
            "Files",
            "Notifications",
            "Search",
            "Huddles",
            "Calls",
            "Connectivity",
            "Apps/Integrations/APIs",
            "Connections",
            "Link Previews",
            "Posts/Files",
            "Workspace/Org Administration",
            "Canvases",
            "Workflows");

    @Override
    public boolean fits(Node root) {
        return root.fields().containsKey("active_incidents")
                && !root.at("status").text().isEmpty();
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        List<Incident> incidents = new ArrayList<>();
        List<Maintenance> maintenances = new ArrayList<>();
        for (Node row : root.at("active_incidents").items()) {
            String status = row.at("status").text();
            if (status.equals("scheduled")) {
                // When it is scheduled for, only its prose says.
                maintenances.add(new Maintenance(notice(row, new Period(null, null)), status, false));
            } else if (!Set.of("completed", "cancelled").contains(status)) {
                String type = row.at("type").text();
                boolean over = status.equals("resolved");
                Node end = over ? row.at("date_updated") : Node.ABSENT;
                Period period = new Period(row.at("date_created").time(), end.time());
                incidents.add(new Incident(notice(row, period), !over, status, type, level(type)));
            }
        }
        String word = root.at("status").text();
        boolean told = root.at("active_incidents").first().present();
        return StatusPage.listing("Slack", overall(word, told, incidents), components(incidents))
                .with(incidents, maintenances);
    }

    @Override
    public Optional<URI> feed(URI page) {
        return owns(page) ? Optional.of(URI.create("https://slack-status.com/api/v2.0.0/current")) : Optional.empty();
    }

    @Override
    public boolean owns(URI page) {
        return Address.within(page, "slack-status.com") || Address.within(page, "status.slack.com");
    }

    /** @param told whether there is a list of what is active */
    private static Overall overall(String word, boolean told, List<Incident> incidents) {
        Level level = switch (word) {
            case "ok" -> Level.OPERATIONAL;
            case "active" -> told ? worst(incidents) : Level.UNKNOWN;
            default -> Level.UNKNOWN;
        };
        return new Overall(level, word, "");
    }

    private static Level level(String type) {
        return switch (type) {
            case "notice" -> Level.OPERATIONAL;
            case "incident" -> Level.DEGRADED;
            case "outage" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }

    private static List<Component> components(List<Incident> incidents) {
        Set<String> names = new LinkedHashSet<>(SERVICES);
        incidents.forEach(incident -> incident.notice().scope().components().forEach(one -> names.add(one.name())));
        return names.stream()
                .map(name -> {
                    List<Incident> about = incidents.stream()
                            .filter(incident -> isAbout(incident.notice().scope(), name))
                            .toList();
                    return Component.of(
                            name,
                            name,
                            worst(about),
                            about.isEmpty() ? "ok" : about.getFirst().impact());
                })
                .toList();
    }

    /** One that names nothing may be about any. */
    private static boolean isAbout(Scope scope, String service) {
        return scope.components().isEmpty() || scope.components().stream().anyMatch(one -> one.answersTo(service));
    }

    private static Level worst(List<Incident> incidents) {
        return incidents.stream().filter(Incident::open).map(Incident::level).reduce(Level.OPERATIONAL, Level::orWorse);
    }

    private static Notice notice(Node row, Period period) {
        String title = row.at("title").text();
        return new Notice(
                Notice.id(row.at("id").text(), row.at("url").text(), title),
                title,
                row.at("url").textOrNull(),
                period,
                Scope.of(row.at("services").items().stream()
                        .map(service -> Affected.named(service.text()))
                        .toList()),
                Update.of(row.at("notes").items(), "date_created", "status"));
    }
}
