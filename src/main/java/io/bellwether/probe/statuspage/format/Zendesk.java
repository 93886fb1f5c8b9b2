package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Zendesk's own, {@code /api/ssp/incidents.json}: an empty list is its only green. Incidents are those of all pods, unless the
 * feed's address has {@code ?subdomain=}. The second document names the services.
 */
final class Zendesk implements JsonDialect {

    @Override
    public boolean fits(Node root) {
        Node data = root.at("data");
        return data.isList()
                && (data.items().isEmpty()
                        || (data.first().at("type").text().equals("incident")
                                && data.first().at("attributes").isObject()));
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        Map<String, String> services = new HashMap<>();
        reading.companion()
                .at("data")
                .items()
                .forEach(row -> services.put(
                        row.at("id").text(), row.at("attributes", "name").text()));
        Map<String, Node> links = root.at("included").items().stream()
                .collect(Collectors.toMap(row -> row.at("id").text(), row -> row.at("attributes"), (one, _) -> one));
        List<Incident> incidents = root.at("data").items().stream()
                .map(row -> incident(row, affected(row, links, services), reading.feed()))
                .toList();
        return StatusPage.of("Zendesk", incidents);
    }

    @Override
    public Optional<URI> feed(URI page) {
        return Address.below(page, "/api/ssp/incidents.json");
    }

    @Override
    public Optional<URI> companion(URI feed) {
        return Address.beside(feed, "/incidents.json", "/services.json");
    }

    @Override
    public boolean owns(URI page) {
        return Address.within(page, "status.zendesk.com");
    }

    private static Incident incident(Node row, List<Affected> services, URI feed) {
        Node about = row.at("attributes");
        boolean open = !about.at("resolvedAt").present();
        String title = Notice.id(about.at("title").text(), about.at("name").text());
        Notice notice = new Notice(
                Notice.id(row.at("id").text(), title),
                title,
                feed.resolve("/incidents/").toString() + row.at("id").text(),
                new Period(about.at("startedAt").time(), about.at("resolvedAt").time()),
                Scope.of(services),
                Update.of(about.at("updates").items(), "createdAt", "status"));
        return new Incident(
                notice, open, about.at("status").text(), about.at("impact").text(), level(about));
    }

    private static Level level(Node about) {
        return about.at("outage").yes() ? Level.MAJOR_OUTAGE : Level.DEGRADED;
    }

    private static List<Affected> affected(Node row, Map<String, Node> links, Map<String, String> services) {
        return row.at("relationships", "incidentServices", "data").items().stream()
                .map(reference -> links.getOrDefault(reference.at("id").text(), Node.ABSENT))
                .filter(link -> link.at("serviceId").present())
                .map(link -> {
                    String id = link.at("serviceId").text();
                    return new Affected(id, services.getOrDefault(id, id), level(link));
                })
                .toList();
    }
}
