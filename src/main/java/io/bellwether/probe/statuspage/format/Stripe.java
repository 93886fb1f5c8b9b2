package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Stripe's own, {@code status.stripe.com/current}: one word for the whole and one for each service. */
final class Stripe implements JsonDialect {

    @Override
    public boolean fits(Node root) {
        return !root.at("largestatus").text().isEmpty();
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        String word = root.at("largestatus").text();
        List<Component> services = root.at("statuses").fields().entrySet().stream()
                .map(service -> {
                    String state = service.getValue().text();
                    return Component.of(service.getKey(), service.getKey(), level(state), state);
                })
                .toList();
        return StatusPage.listing(
                "Stripe", new Overall(level(word), word, root.at("message").text()), services);
    }

    @Override
    public Optional<URI> feed(URI page) {
        return Address.below(page, "/current");
    }

    @Override
    public boolean owns(URI page) {
        return Address.within(page, "status.stripe.com");
    }

    private static Level level(String word) {
        return switch (word) {
            case "up" -> Level.OPERATIONAL;
            case "degraded" -> Level.DEGRADED;
            case "down" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }
}
