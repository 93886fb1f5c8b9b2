package io.bellwether.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.bellwether.notify.Sink;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A vendor of its own, whose alert is pushed to nodes on one database, and a webhook that is told of it. */
final class PushedVendor {

    static final Duration PATIENCE = Duration.ofSeconds(100);

    private static final Set<String> ENDS = Set.of("DELIVERED", "COALESCED", "SUPPRESSED", "DEAD");

    private final String vendor = "hazard-" + UUID.randomUUID();
    private final SharedDatabase database;
    private final Sink sink;
    private final Path directory;

    PushedVendor(SharedDatabase database, Sink sink, Path directory) {
        this.database = database;
        this.sink = sink;
        this.directory = directory;
    }

    /** Where the webhook leads. */
    String hook() {
        return "/hook/" + vendor;
    }

    Application node() throws IOException {
        return Application.start(directory, database.node(Map.of()));
    }

    /** A node on which the vendor and its webhook are registered. */
    Application prepared() throws IOException {
        Application node = node();
        create(node, "/api/v1/vendors", Map.of("name", "Hazard", "slug", vendor));
        Map<String, Object> settings = Map.of("url", sink.url(hook()));
        create(node, "/api/v1/channels", Map.of("kind", "webhook", "name", vendor, "settings", settings));
        return node;
    }

    private static void create(Application node, String path, Map<String, Object> body) {
        node.asAdmin().body(body).post(path).then().statusCode(201);
    }

    /** @param endsAt null for an alert that goes on */
    void push(Application node, Instant endsAt) {
        Map<String, Object> alert = new HashMap<>(Map.of(
                "labels", Map.of("alertname", "Hazard", "vendor", vendor, "severity", "critical"),
                "annotations", Map.of("summary", "Something is wrong.")));
        if (endsAt != null) {
            alert.put("endsAt", endsAt.toString());
        }
        node.asAdmin()
                .body(List.of(alert))
                .post("/alertmanager/api/v2/alerts")
                .then()
                .statusCode(200);
    }

    List<String> openAlerts(Application node) {
        return alerts(node).getList("items.findAll { it.condition == 'FIRING' }.id");
    }

    JsonPath ledger(Application node) {
        String alert = alerts(node).getString("items[0].id");
        return node.asAdmin().get("/api/v1/notifications?alert=" + alert).jsonPath();
    }

    private JsonPath alerts(Application node) {
        return node.asAdmin().get("/api/v1/alerts?vendor=" + vendor).jsonPath();
    }

    /** The begin was taken, and the nodes know it: nothing is in doubt when one of them dies now. */
    void awaitDelivered(Application node) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ledger(node).getList("items.state", String.class))
                        .containsExactly("DELIVERED"));
    }

    void awaitTold(String... kinds) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told()).containsExactly(kinds));
    }

    /** What the webhook took, the oldest first. */
    List<String> told() {
        return sink.taken(hook()).stream()
                .map(LoggedRequest::getBodyAsString)
                .map(body -> JsonPath.from(body).getString("kind"))
                .toList();
    }

    /** Long enough for something that must not happen. */
    void quietFor(Duration time) {
        database.awaitTime(database.now().plus(time));
    }

    /** Every intent has ended, and no receiver has two for one transition; then the webhook goes. */
    void closeLedger() throws IOException {
        try (Application node = node()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ledger(node).getList("items.state", String.class))
                            .isNotEmpty()
                            .allMatch(ENDS::contains));
            assertThat(ledger(node)
                            .<String>getList("items.collect { it.alert + '/' + it.transition + '/' + it.receiver }"))
                    .doesNotHaveDuplicates();
            node.asAdmin()
                    .get("/api/v1/channels")
                    .jsonPath()
                    .<String>getList("items.id")
                    .forEach(id -> node.asAdmin().delete("/api/v1/channels/" + id));
        }
    }
}
