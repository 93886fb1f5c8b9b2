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
                : Stream.of("identity-aware-proxy", "tls", "tunnel", "dns-resolver", "kerberos", "insecure")
                        .filter(name -> name.equals("insecure") ? client.flag(name, false) : client.has(name))
                        .findFirst();
    }

    /** Whether an endpoint is well when nothing answers. */
    static boolean wantsFailure(Foreign endpoint) {
        return endpoint.texts("conditions").stream()
                .flatMap(text -> Condition.parse(text).stream())
                .anyMatch(condition -> condition.says("[CONNECTED]", "false")
                        || (condition.left().equals("[CONNECTED]")
                                && condition.isDifferent()
                                && condition.right().equals("true")));
    }

    static void lose(Foreign endpoint, String obstacle, Harvest harvest) {
        harvest.lost(
                endpoint.child("client").at(obstacle),
                endpoint.text("name", ""),
                "Without client." + obstacle + " it would fail.");
    }
}
