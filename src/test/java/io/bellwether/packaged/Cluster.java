package io.bellwether.packaged;

import io.bellwether.notify.Sink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Nodes on one database, which come and go. */
record Cluster(SharedDatabase database, Sink sink, Path directory) {

    Application node() throws IOException {
        return nodes(1).get(0);
    }

    Nodes nodes(int count) throws IOException {
        return Nodes.start(directory, Collections.nCopies(count, database.node(Map.of())));
    }

    /** Not known to the nodes yet. */
    PushedVendor vendor() {
        return new PushedVendor(this);
    }

    /** Registers them so that each webhook is told of its own vendor and of no other, as it otherwise would be. */
    void register(Application node, PushedVendor... vendors) {
        List<Map<String, Object>> receivers = new ArrayList<>(List.of(Map.of("name", "nobody", "channels", List.of())));
        List<Map<String, Object>> routes = new ArrayList<>();
        for (PushedVendor vendor : vendors) {
            vendor.register(node);
            receivers.add(Map.of("name", vendor.slug(), "channels", List.of(vendor.slug())));
            routes.add(Map.of("receiver", vendor.slug(), "matchers", List.of("vendor=\"" + vendor.slug() + "\"")));
        }
        Map<String, Object> root = Map.of(
                "receiver",
                "nobody",
                "groupBy",
                List.of("..."),
                "groupWait",
                "PT0S",
                "groupInterval",
                "PT1S",
                "repeatInterval",
                "PT24H",
                "routes",
                routes);
        node.asAdmin()
                .body(Map.of("receivers", receivers, "route", root))
                .put("/api/v1/routes")
                .then()
                .statusCode(200);
    }
}
