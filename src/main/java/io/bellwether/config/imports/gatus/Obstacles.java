package io.bellwether.config.imports.gatus;

import io.bellwether.config.imports.Access;
import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.Harvest;
import java.util.Optional;
import java.util.stream.Stream;

/** What a client of Gatus can do and ours cannot, and without which an endpoint would look broken. */
final class Obstacles {

    private Obstacles() {}

    /** The first of them, as the client names it. */
    static Optional<String> in(Foreign client) {
        boolean strangeProxy = client.has("proxy-url")
                && Access.proxy(client.text("proxy-url", "")).isEmpty();
        return strangeProxy
                ? Optional.of("proxy-url")
                : Stream.of("insecure", "identity-aware-proxy", "tls", "tunnel", "dns-resolver")
                        .filter(client::has)
                        .findFirst();
    }

    static void lose(Foreign endpoint, String obstacle, Harvest harvest) {
        harvest.lost(
                endpoint.child("client").at(obstacle),
                endpoint.text("name", ""),
                "Without client." + obstacle + " it would fail.");
    }
}
