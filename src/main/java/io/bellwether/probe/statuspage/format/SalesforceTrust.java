package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Salesforce Trust: one instance ({@code /instances/{key}/status}) or all of them ({@code /instances/status/preview}). A
 * customer lives on one, so that of all of them only the chosen ones mean anything.
 */
final class SalesforceTrust implements JsonDialect {

    private static final String API = "https://api.status.salesforce.com/v1/instances/";
    private static final Pattern KEY = Pattern.compile("/instances/([A-Za-z0-9-]+)");

    @Override
    public boolean fits(Node root) {
        return instance(root) || (root.isList() && (root.items().isEmpty() || instance(root.first())));
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        List<Node> instances = root.isList() ? root.items() : List.of(root);
        return StatusPage.listing(
                        "Salesforce",
                        null,
                        instances.stream().map(SalesforceTrust::component).toList())
                .covering(Coverage.LISTED, Coverage.LISTED)
                .with(
                        instances.stream().flatMap(SalesforceNotices::incidents).toList(),
                        instances.stream()
                                .flatMap(SalesforceNotices::maintenances)
                                .toList())
                .divided(root.isList());
    }

    @Override
    public Optional<URI> feed(URI page) {
        if (!owns(page)) {
            return Optional.empty();
        }
        if (Address.host(page).startsWith("api.")) {
            return Optional.of(page);
        }
        Matcher key = KEY.matcher(String.valueOf(page.getRawPath()));
        return Optional.of(URI.create(API + (key.find() ? key.group(1) + "/status" : "status/preview")));
    }

    @Override
    public boolean owns(URI page) {
        return Address.within(page, "status.salesforce.com");
    }

    private static boolean instance(Node root) {
        return !root.at("key").text().isEmpty()
                && root.at("status").present()
                && (root.at("location").present() || root.at("environment").present());
    }

    private static Component component(Node instance) {
        String key = instance.at("key").text();
        String word = instance.at("status").text();
        return new Component(key, key, "", instance.at("location").text(), level(word), word);
    }

    private static Level level(String word) {
        return switch (word) {
            case "OK", "INFORMATIONAL" -> Level.OPERATIONAL;
            case "MAINTENANCE_CORE", "MAINTENANCE_NONCORE" -> Level.MAINTENANCE;
            case "MINOR_INCIDENT_CORE", "MINOR_INCIDENT_NONCORE" -> Level.DEGRADED;
            case "MAJOR_INCIDENT_NONCORE", "UNPLANNED_MAINTENANCE_CORE" -> Level.PARTIAL_OUTAGE;
            case "MAJOR_INCIDENT_CORE" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }
}
