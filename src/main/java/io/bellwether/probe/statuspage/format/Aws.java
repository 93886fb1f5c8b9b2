package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * AWS, {@code /public/currentevents}, in UTF-16: what goes on in any service of any region. Trouble in a region means nothing
 * to those who are in another.
 */
final class Aws implements JsonDialect {

    private static final URI EVENTS = URI.create("https://health.aws.amazon.com/public/currentevents");
    private static final String PAGE = "https://health.aws.amazon.com/health/status";
    private static final Pattern REGION = Pattern.compile("-([a-z]{2}(?:-[a-z]+){1,3}-[0-9])$");

    @Override
    public boolean fits(Node root) {
        Node first = root.first();
        return root.isList()
                && (!first.present()
                        || (first.at("service").present()
                                && first.at("status").present()
                                && (first.at("event_log").isList()
                                        || first.at("region_name").present())));
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        return StatusPage.of("AWS", root.items().stream().map(Aws::incident).toList())
                .covering(Coverage.MENTIONED, Coverage.MENTIONED)
                .divided(true);
    }

    @Override
    public Optional<URI> feed(URI page) {
        return owns(page) ? Optional.of(EVENTS) : Optional.empty();
    }

    @Override
    public boolean owns(URI page) {
        return Address.within(page, "health.aws.amazon.com") || Address.within(page, "status.aws.amazon.com");
    }

    private static Incident incident(Node row) {
        String code = row.at("status").text();
        String service = row.at("service").text();
        List<Node> log = row.at("event_log").items();
        String summary = row.at("summary").text();
        Notice notice = new Notice(
                Notice.id(row.at("arn").text(), service + "@" + row.at("date").text()),
                summary.isEmpty() ? service : summary,
                PAGE,
                new Period(row.at("date").time(), null),
                new Scope(services(row, service), region(row, service)),
                Update.of(log, "timestamp", "summary"));
        return new Incident(notice, !code.equals("0"), code, code, level(code));
    }

    /** 1 is what an event begins with, before anybody has judged it. */
    private static Level level(String code) {
        return switch (code) {
            case "0" -> Level.OPERATIONAL;
            case "1", "2" -> Level.DEGRADED;
            case "3" -> Level.PARTIAL_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }

    private static List<Affected> services(Node row, String service) {
        List<Affected> impacted = row.at("impacted_services").fields().entrySet().stream()
                .map(one -> new Affected(
                        withoutRegion(one.getKey()),
                        one.getValue().at("service_name").text(),
                        level(one.getValue().at("current").text())))
                .toList();
        return !impacted.isEmpty()
                ? impacted
                : List.of(Affected.of(
                        withoutRegion(service), row.at("service_name").text()));
    }

    private static List<Affected> region(Node row, String service) {
        String[] arn = row.at("arn").text().split(":", -1);
        Matcher suffix = REGION.matcher(service);
        String code = suffix.find() ? suffix.group(1) : arn.length > 3 ? arn[3] : "";
        return Stream.of(Affected.of(code, row.at("region_name").text()))
                .filter(region -> !region.name().isEmpty())
                .toList();
    }

    private static String withoutRegion(String service) {
        return REGION.matcher(service).replaceFirst("");
    }
}
