package io.bellwether.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A vendor of its own, whose alert is pushed to the nodes of a cluster, and a webhook that is told of it. */
final class PushedVendor {

    static final Duration PATIENCE = Duration.ofSeconds(100);

    /** States that have to say why. */
    private static final Set<String> UNTOLD = Set.of("COALESCED", "SUPPRESSED", "DEAD");

    private final String slug = "hazard-" + UUID.randomUUID();
    private final Cluster cluster;

    PushedVendor(Cluster cluster) {
        this.cluster = cluster;
    }

    String slug() {
        return slug;
    }

    /** Where the webhook leads. */
    String hook() {
        return "/hook/" + slug;
    }

    /** A new node on which the vendor and its webhook are registered. */
    Application prepared() throws IOException {
        Application node = cluster.node();
        register(node);
        return node;
    }

    void register(Application node) {
        create(node, "/api/v1/vendors", Map.of("name", "Hazard", "slug", slug));
        Map<String, Object> settings = Map.of("url", cluster.sink().url(hook()));
        create(node, "/api/v1/channels", Map.of("kind", "webhook", "name", slug, "settings", settings));
    }

    private static void create(Application node, String path, Map<String, Object> body) {
        node.asAdmin().body(body).post(path).then().statusCode(201);
    }

    /** @param endsAt null for an alert that goes on */
    void push(Application node, Instant endsAt) {
        Map<String, Object> alert = new HashMap<>(Map.of(
                "labels", Map.of("alertname", "Hazard", "vendor", slug, "severity", "critical"),
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
        return node.asAdmin().get("/api/v1/alerts?vendor=" + slug).jsonPath();
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
        return cluster.sink().taken(hook()).stream()
                .map(LoggedRequest::getBodyAsString)
                .map(body -> JsonPath.from(body).getString("kind"))
                .toList();
    }

    /** Long enough for something that must not happen. */
    void quietFor(Duration time) {
        SharedDatabase database = cluster.database();
        database.awaitTime(database.now().plus(time));
    }

    /**
     * Whatever happened, the ledger closes over it: each transition has one intent, which came to this end, and of all
     * transitions none is unaccounted for.
     *
     * @param ends kind and state of each, the oldest first, as in {@code FIRING DELIVERED}
     */
    void closesWith(Application node, String... ends) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                ledger(node).<String>getList("items.reverse().collect { it.kind + ' ' + it.state }"))
                        .containsExactly(ends));
        JsonPath ledger = ledger(node);
        assertThat(ledger.<String>getList("items.collect { it.alert + '/' + it.transition + '/' + it.receiver }"))
                .doesNotHaveDuplicates();
        assertThat(ledger.<Map<String, Object>>getList("items"))
                .filteredOn(intent -> UNTOLD.contains(intent.get("state")))
                .allSatisfy(intent -> assertThat((String) intent.get("reason")).isNotBlank());
        assertAccounted(node, ledger.getString("items[0].alert"));
    }

    private static void assertAccounted(Application node, String alert) {
        JsonPath account = node.asAdmin().get("/api/v1/notifications/ledger").jsonPath();
        assertThat(account.getList("unexplained")).isEmpty();
        assertThat(account.getBoolean("balanced")).isTrue();
        assertThat(account.getList("waiting.alert", String.class)).doesNotContain(alert);
    }
}
