package io.bellwether.notify.digest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people ask for, and what they are shown. */
@QuarkusTest
class SubscriptionsApiTest {

    private final DigestWorld world;

    SubscriptionsApiTest(DigestWorld world) {
        this.world = world;
    }

    @BeforeEach
    void aReaderWithAVendor() {
        world.begin();
    }

    @AfterEach
    void nothingIsLeft() {
        world.end();
    }

    @Test
    void aSubscriptionTakesZoneAndVoiceFromTheRegister() {
        world.subscribe("ALERTS", Map.of("days", DigestWorld.WEEK, "at", "08:00"))
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("timeZone", equalTo("Europe/Berlin"))
                .body("lens", equalTo("IT"))
                .body("evenIfEmpty", equalTo(false));
        world.subscribe("PACK", Map.of("dayOfMonth", 1, "at", "06:30", "lens", "BOTH", "timeZone", "Asia/Kolkata"))
                .body("days", nullValue())
                .body("lens", equalTo("BOTH"));

        As.owner().get(world.path("subscriptions")).then().body("items.topic", contains("ALERTS", "PACK"));
        As.owner().delete(world.path("subscriptions/PACK")).then().statusCode(204);
        As.owner().get(world.path("subscriptions/PACK")).then().statusCode(404);
        As.viewer().get(world.path("subscriptions")).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"at": "08:00"}                                                  | /days
            {"days": ["MONDAY"], "dayOfMonth": 1, "at": "08:00"}             | /days
            {"dayOfMonth": 32, "at": "08:00"}                                | /dayOfMonth
            {"dayOfMonth": 0, "at": "08:00"}                                 | /dayOfMonth
            {"days": ["MONDAY"]}                                             | /at
            {"days": ["MONDAY"], "at": "08:00", "timeZone": "Berlin"}        | /timeZone
            """)
    void whatIsWrongIsNamed(String body, String pointer) {
        As.owner()
                .body(body)
                .put(world.path("subscriptions/ALERTS"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void withoutMailThereIsNoDigest() {
        world.removeChannels();

        world.subscribe("ALERTS", Map.of("days", DigestWorld.WEEK, "at", "08:00"))
                .statusCode(409);
    }

    @Test
    void aPreviewShowsFactsAndWordsAndSendsNothing() {
        world.fires("technical", "business");

        As.owner()
                .body(Map.of())
                .post(world.path("digests/previews"))
                .then()
                .statusCode(200)
                .body("topic", equalTo("ALERTS"))
                .body("empty", equalTo(false))
                .body("alerts.open.owner", contains("you"))
                .body("alerts.open[0].items.vendor", contains("Acme"))
                .body("text.marketing", containsString("business"));
        As.owner()
                .body(Map.of(
                        "topic",
                        "PACK",
                        "from",
                        world.now.minus(Duration.ofDays(40)).toString()))
                .post(world.path("digests/previews"))
                .then()
                .body("title", containsString("Joint pack"))
                .body("text.it", containsString("Acme: Availability by alerts"));
        As.owner()
                .body(Map.of("from", world.now.plus(Duration.ofDays(1)).toString()))
                .post(world.path("digests/previews"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/from"));
        As.owner().get(world.path("digests")).then().body("items", empty());
    }

    @Test
    void whoIsForgottenGetsNoDigests() {
        world.daily(2);
        As.owner().delete("/api/v1/people/" + world.ida).then().statusCode(204);

        As.owner().get(world.path("subscriptions")).then().body("items", empty());
    }

    @Test
    void aPackIsReadInThreeForms() {
        String month = world.now.toString().substring(0, 7);

        As.viewer()
                .get("/api/v1/packs/" + month)
                .then()
                .statusCode(200)
                .body("complete", equalTo(false))
                .body("vendors.vendor", hasItem(world.acme.slug()));
        As.viewer()
                .get("/api/v1/packs/" + month + "?format=html")
                .then()
                .contentType(ContentType.HTML)
                .body(containsString("<h2>Acme</h2>"));
        As.viewer()
                .get("/api/v1/packs/" + month + "?format=markdown&timeZone=Europe/Berlin")
                .then()
                .contentType("text/markdown")
                .body(containsString("## Acme"));
        As.viewer().get("/api/v1/packs/2026-13").then().statusCode(400).body("errors.pointer", contains("month"));
        As.viewer().get("/api/v1/packs/2999-01").then().statusCode(400);
        As.viewer().get("/api/v1/packs/" + month + "?format=pdf").then().statusCode(400);
        As.viewer().get("/api/v1/packs/" + month + "?timeZone=Mars").then().statusCode(400);
    }
}
