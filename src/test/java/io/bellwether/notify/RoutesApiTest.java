package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Routes change in full knowledge of what they were, and what they name stays. */
@QuarkusTest
class RoutesApiTest {

    private static final String ROUTES = "/api/v1/routes";

    private final DeliveryWorld world;
    private UUID duty;

    RoutesApiTest(DeliveryWorld world) {
        this.world = world;
    }

    @BeforeEach
    void oneChannel() {
        nothingIsLeft();
        duty = world.webhook("/hook/duty");
    }

    @AfterEach
    void nothingIsLeft() {
        world.sql("DELETE FROM escalation_policy");
        world.removeChannels();
    }

    @Test
    void ofManyWhoChangeTheSameVersionOneSucceeds() throws Exception {
        String known = put(null).header("ETag");
        List<Integer> answers;

        try (var people = Executors.newFixedThreadPool(8)) {
            Callable<Integer> change = () -> put(known).statusCode();
            answers = people.invokeAll(Collections.nCopies(8, change)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void whoTakesRoutesAwayMustKnowThemAndTheNextAreNotTakenForThem() {
        String first = put(null).header("ETag");
        String second = put(first).header("ETag");

        As.operator().header("If-Match", first).delete(ROUTES).then().statusCode(412);
        As.operator().header("If-Match", second).delete(ROUTES).then().statusCode(204);

        assertThat(put(null).header("ETag")).isNotIn(first, second);
    }

    @Test
    void routesThatNobodyHasSetAreAlwaysSentForTheyFollowTheChannels() {
        String unset = As.viewer().get(ROUTES).header("ETag");
        world.webhook("/hook/other");

        As.viewer()
                .header("If-None-Match", unset)
                .get(ROUTES)
                .then()
                .statusCode(200)
                .body("receivers[0].channels.size()", equalTo(2));

        String set = put(null).header("ETag");
        As.viewer().header("If-None-Match", set).get(ROUTES).then().statusCode(304);
    }

    @Test
    void aChannelThatSomebodyReliesOnIsNeitherRemovedNorRenamed() {
        put(null);
        As.operator()
                .body(Map.of(
                        "name",
                        "night",
                        "steps",
                        List.of(Map.of("after", "PT5M", "to", Map.of("channel", "/hook/duty")))))
                .post("/api/v1/escalation-policies")
                .then()
                .statusCode(201);
        As.operator()
                .body(channel("/hook/weak", "/hook/duty"))
                .post("/api/v1/channels")
                .then()
                .statusCode(201);

        As.operator()
                .delete("/api/v1/channels/" + duty)
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        allOf(
                                containsString("the receiver 'ops' of the routes"),
                                containsString("the escalation policy 'night'"),
                                containsString("the channel '/hook/weak', whose fallback it is")));
        As.operator()
                .body(channel("/hook/renamed", null))
                .put("/api/v1/channels/" + duty)
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/name"));
        As.operator()
                .body(channel("/hook/duty", null))
                .put("/api/v1/channels/" + duty)
                .then()
                .statusCode(200);

        nothingIsLeft();
        As.viewer().get("/api/v1/channels/" + duty).then().statusCode(404);
    }

    private Map<String, Object> channel(String name, @Nullable String fallback) {
        Map<String, Object> body =
                new HashMap<>(Map.of("kind", "webhook", "name", name, "settings", Map.of("url", world.sink.url(name))));
        if (fallback != null) {
            body.put("fallback", fallback);
        }
        return body;
    }

    private static Response put(@Nullable String ifMatch) {
        var request = As.operator()
                .body(Map.of(
                        "receivers", List.of(Map.of("name", "ops", "channels", List.of("/hook/duty"))),
                        "route", Map.of("receiver", "ops")));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(ROUTES);
    }
}
