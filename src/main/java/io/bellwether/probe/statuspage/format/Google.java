package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Google Workspace, Cloud, Maps and Ads: {@code incidents.json}, a history of incidents in which only those without an end are
 * open. Products are known by the incidents about them.
 */
final class Google implements JsonDialect {

    private static final int HISTORY_OF_YEARS = 12 * 1024 * 1024;

    @Override
    public boolean fits(Node root) {
        Node first = root.first();
        return root.isList()
                && (!first.present()
                        || (first.at("begin").present()
                                && (first.at("external_desc").present()
                                        || first.at("status_impact").present())));
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        List<Incident> incidents =
                root.items().stream().map(row -> incident(row, reading.feed())).toList();
        boolean located = incidents.stream()
                .anyMatch(incident -> !incident.notice().scope().regions().isEmpty());
        return StatusPage.of(null, incidents)
                .covering(Coverage.MENTIONED, Coverage.MENTIONED)
                .divided(located);
    }

    @Override
    public Optional<URI> feed(URI page) {
        return String.valueOf(page.getPath()).endsWith("/incidents.json")
                ? Optional.of(page)
                : Address.below(page, "/incidents.json");
    }

    @Override
    public boolean owns(URI page) {
        String path = String.valueOf(page.getPath());
        return switch (Address.host(page)) {
            case "status.cloud.google.com" -> true;
            case "www.google.com" -> path.startsWith("/appsstatus/dashboard");
            case "ads.google.com" -> path.startsWith("/status/publisher");
            default -> false;
        };
    }

    @Override
    public int mostBytes() {
        return HISTORY_OF_YEARS;
    }

    private static Incident incident(Node row, URI feed) {
        Node latest = row.at("most_recent_update");
        String status = latest.at("status").text();
        String impact = row.at("status_impact").text();
        boolean over = row.at("end").time() != null || status.equals("AVAILABLE");
        Node end = row.at("end").time() != null ? row.at("end") : latest.at("when");
        String title = title(row);
        Notice notice = new Notice(
                Notice.id(row.at("id").text(), row.at("number").text(), title),
                title,
                feed.resolve(".") + row.at("uri").text(),
                new Period(row.at("begin").time(), over ? end.time() : null),
                new Scope(products(row), locations(row, over)),
                Update.of(row.at("updates").items(), "when", "status"));
        return new Incident(notice, !over, status, impact, level(over || status.isEmpty() ? impact : status));
    }

    private static Level level(String word) {
        return switch (word) {
            case "SERVICE_INFORMATION", "AVAILABLE" -> Level.OPERATIONAL;
            case "SERVICE_DISRUPTION" -> Level.DEGRADED;
            case "SERVICE_OUTAGE" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }

    /** The description is a whole text that begins with the title, under a heading of its own or not. */
    private static String title(Node row) {
        return row.at("external_desc")
                .text()
                .lines()
                .map(line -> line.replace("*", "").strip())
                .filter(line -> !line.isEmpty() && !line.endsWith(":"))
                .findFirst()
                .orElse("Incident");
    }

    private static List<Affected> products(Node row) {
        Stream<Affected> products = row.at("affected_products").items().stream()
                .map(product ->
                        Affected.of(product.at("id").text(), product.at("title").text()));
        Stream<Affected> service = Stream.of(row)
                .filter(one -> !one.at("service_name").text().isEmpty()
                        && !one.at("service_name").text().equals("Multiple Products"))
                .map(one -> Affected.of(
                        one.at("service_key").text(), one.at("service_name").text()));
        return Stream.concat(products, service).distinct().toList();
    }

    /** None when it is everywhere, which is a location of its own there. */
    private static List<Affected> locations(Node row, boolean over) {
        List<Affected> named = named(row, over);
        return named.stream().anyMatch(place -> place.id().equals("global")) ? List.of() : named;
    }

    private static List<Affected> named(Node row, boolean over) {
        return row.at(over ? "previously_affected_locations" : "currently_affected_locations").items().stream()
                .map(place ->
                        Affected.of(place.at("id").text(), place.at("title").text()))
                .toList();
    }
}
