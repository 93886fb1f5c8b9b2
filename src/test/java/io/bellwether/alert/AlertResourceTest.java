package io.bellwether.alert;

import static io.bellwether.alert.AlertWorld.observation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Handling;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AlertResourceTest {

    private final AlertWorld world;
    private final AlertUpkeep upkeep;
    private final Clock clock;
    private Instant start;
    private Vendor vendor;
    private ConfiguredProbe probe;
    private Alert alert;

    AlertResourceTest(AlertWorld world, AlertUpkeep upkeep, Clock clock) {
        this.world = world;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    @BeforeEach
    void somethingIsDown() {
        start = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(1));
        vendor = world.vendor();
        probe = world.probe(vendor, "http");
        world.observe(observation(probe, start, Outcome.DOWN));
        alert = world.only(vendor, BuiltInRule.VENDOR_DOWN);
    }

    @Test
    void anAlertHasTheShapeTheApiPromises() {
        As.viewer()
                .get("/api/v1/alerts/" + alert.id())
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"\\d+\""))
                .body("id", equalTo(alert.id().toString()))
                .body("episode", notNullValue())
                .body("fingerprint", matchesPattern("[0-9a-f]{16}"))
                .body("rule", equalTo("vendor-down"))
                .body("vendor", equalTo(vendor.slug()))
                .body("dimension", equalTo("UPTIME"))
                .body("severity", equalTo("CRITICAL"))
                .body("condition", equalTo("FIRING"))
                .body("handling", equalTo("NEW"))
                .body("suppressedBy", empty())
                .body("startedAt", equalTo(start.toString()))
                .body("firedAt", equalTo(start.toString()))
                .body("resolvedAt", nullValue())
                .body("facts.vendorName", equalTo(vendor.name()))
                .body("text.it", containsString("is DOWN since"))
                .body("text.marketing", containsString("is not working since"))
                .body("timeline.kind", contains("FIRING"));
    }

    @Test
    void alertsAreListedByWhatTheyAre() {
        list("vendor=" + vendor.slug()).body("items.id", contains(alert.id().toString()));
        list("vendor=" + vendor.slug() + "&state=OPEN&severity=CRITICAL&dimension=UPTIME&lens=MARKETING")
                .body("items.id", contains(alert.id().toString()));
        list("vendor=" + vendor.slug() + "&state=RESOLVED").body("items", empty());
        list("vendor=" + vendor.slug() + "&severity=WARNING").body("items", empty());
        list("vendor=" + vendor.slug() + "&dimension=LATENCY").body("items", empty());
        list("state=FIRING&limit=500").body("items.condition", everyItem(equalTo("FIRING")));
    }

    @Test
    void pagesNeitherSkipNorRepeat() {
        world.observe(observation(world.probe(vendor, "http"), start, Outcome.DOWN));

        String first = "vendor=" + vendor.slug() + "&limit=1";
        String next = list(first).extract().path("next");
        List<String> second = list(first + "&after=" + next)
                .body("next", nullValue())
                .extract()
                .path("items.id");

        assertThat(second).containsExactly(alert.id().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "state, firing",
        "severity, FATAL",
        "dimension, COLOUR",
        "lens, CEO",
        "vendor, nobody-knows-it",
        "limit, 0",
        "after, ###",
    })
    void aWrongFilterIsNamed(String parameter, String value) {
        As.viewer()
                .queryParam(parameter, value)
                .get("/api/v1/alerts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(parameter));
    }

    @Test
    void anOwnerAcknowledges() {
        As.owner()
                .body(Map.of("note", " I am on it. ", "until", start.plus(Duration.ofDays(2))))
                .post(path("acknowledgements"))
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/alerts/" + alert.id()))
                .body("handling", equalTo("ACKNOWLEDGED"))
                .body("handledBy", equalTo("test OWNER"))
                .body("timeline.kind", contains("FIRING", "ACKNOWLEDGED"))
                .body("timeline[1].text", equalTo("I am on it."))
                .body("timeline[1].actor", equalTo("test OWNER"));
    }

    @Test
    void aSnoozeEndsByItself() {
        As.owner()
                .body(Map.of("until", start.plus(Duration.ofDays(2))))
                .post(path("snoozes"))
                .then()
                .statusCode(201)
                .body("handling", equalTo("SNOOZED"));
        upkeep.run();
        assertThat(world.only(vendor, BuiltInRule.VENDOR_DOWN).handling()).isEqualTo(Handling.SNOOZED);

        world.sql("UPDATE alert_episode SET handling_until = now() - interval '1 second' WHERE id = ?", alert.id());
        upkeep.run();

        Alert back = world.only(vendor, BuiltInRule.VENDOR_DOWN);
        assertThat(back.handling()).isEqualTo(Handling.NEW);
        assertThat(back.timeline()).extracting(Alert.TimelineEntry::kind).endsWith("EXPIRED", "REMINDER");
        assertThat(world.outbox(vendor, BuiltInRule.VENDOR_DOWN).getLast().text())
                .satisfies(text -> assertThat(text.it()).contains("is still DOWN since", "nobody takes care of it"))
                .satisfies(text -> assertThat(text.marketing()).contains("is still not working, since"));
    }

    @Test
    void aCommentChangesNothingElse() {
        String etag =
                As.viewer().get("/api/v1/alerts/" + alert.id()).then().extract().header("ETag");

        As.owner()
                .body(Map.of("text", "The vendor says: soon."))
                .post(path("comments"))
                .then()
                .statusCode(201)
                .body("handling", equalTo("NEW"))
                .body("timeline.text", hasItem("The vendor says: soon."));

        As.viewer()
                .header("If-None-Match", etag)
                .get("/api/v1/alerts/" + alert.id())
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acknowledgements | {} | /note",
                "acknowledgements | {\"note\":\"  \"} | /note",
                "acknowledgements | {\"note\":\"x\",\"until\":\"2020-01-01T00:00:00Z\"} | /until",
                "acknowledgements | {\"note\":\"x\",\"until\":\"tomorrow\"} | /until",
                "acknowledgements | {\"note\":\"x\",\"forever\":true} | /forever",
                "snoozes | {} | /until",
                "snoozes | {\"until\":\"2020-01-01T00:00:00Z\"} | /until",
                "comments | {\"text\":\"\"} | /text",
            })
    void aWrongFieldIsNamed(String deed, String body, String pointer) {
        As.owner()
                .body(body)
                .post(path(deed))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledgements", "snoozes", "comments"})
    void whatIsOverCannotBeHandled(String deed) {
        world.observe(observation(probe, start.plusSeconds(60), Outcome.UP));
        world.observe(observation(probe, start.plusSeconds(120), Outcome.UP));

        As.owner().body(deed(deed)).post(path(deed)).then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledgements", "snoozes", "comments"})
    void onlyOwnersHandleAndOnlyWhatExists(String deed) {
        As.viewer().body(deed(deed)).post(path(deed)).then().statusCode(403);
        As.nobody().body(deed(deed)).post(path(deed)).then().statusCode(401);
        As.owner()
                .body(deed(deed))
                .post("/api/v1/alerts/" + UUID.randomUUID() + "/" + deed)
                .then()
                .statusCode(404);
    }

    @Test
    void anUnknownAlertIsNotFound() {
        As.viewer().get("/api/v1/alerts/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void builtInRulesAreListedAndTunedWithinBounds() {
        Map<String, Object> rule = rule("vendor-slow");
        String path = "/api/v1/alert-rules/" + rule.get("id");
        Map<String, Object> settings = new HashMap<>(
                Map.of("factor", 3.0, "riseMs", 100, "baselineDays", 7, "baselineCount", 20, "recoverAfter", 3));

        String etag = As.viewer().get(path).then().statusCode(200).extract().header("ETag");
        put(path, etag, Map.of("settings", settings)).statusCode(200).body("settings.factor", equalTo(3.0f));
        put(path, etag, Map.of("settings", settings)).statusCode(412);
        settings.put("factor", 0.5);
        put(path, "*", Map.of("settings", settings))
                .statusCode(400)
                .body("errors.pointer", contains("/settings/factor"));
        settings.put("colour", "red");
        put(path, "*", Map.of("settings", settings))
                .statusCode(400)
                .body("errors.pointer", contains("/settings/colour"));
        put(
                        "/api/v1/alert-rules/" + rule("filing-event").get("id"),
                        "*",
                        Map.of(
                                "settings",
                                Map.of(
                                        "weightAtLeast",
                                        20,
                                        "notOlderThan",
                                        "PT9000000000000000000S",
                                        "closesAfter",
                                        "PT1H")))
                .statusCode(400)
                .body("errors.pointer", contains("/settings/notOlderThan"));
        put(path, "*", Map.of("severity", "LOUD")).statusCode(400).body("errors.pointer", contains("/severity"));
        put(path, "*", Map.of()).statusCode(200).body("settings.factor", equalTo(2.5f));
        As.owner().body(Map.of()).put(path).then().statusCode(403);
    }

    @Test
    void aRuleThatIsSwitchedOffOpensNothing() {
        String path = "/api/v1/alert-rules/" + rule("vendor-down").get("id");
        Vendor quiet = world.vendor();

        put(path, "*", Map.of("enabled", false)).statusCode(200).body("enabled", equalTo(false));
        world.observe(observation(world.probe(quiet, "http"), start, Outcome.DOWN));
        put(path, "*", Map.of()).statusCode(200).body("enabled", equalTo(true));

        assertThat(world.all(quiet, BuiltInRule.VENDOR_DOWN)).isEmpty();
    }

    @Test
    void firingAlertsAreMeasured() {
        String metrics =
                As.nobody().get("/q/metrics").then().statusCode(200).extract().asString();

        assertThat(metrics).containsPattern("bellwether_alerts_firing\\{severity=\"critical\"[^}]*\\} [1-9]");
    }

    private static ValidatableResponse list(String query) {
        return As.viewer().get("/api/v1/alerts?" + query).then().statusCode(200);
    }

    private static ValidatableResponse put(String path, String ifMatch, Map<String, ?> body) {
        return As.operator().header("If-Match", ifMatch).body(body).put(path).then();
    }

    private static Map<String, Object> rule(String name) {
        return As.viewer()
                .get("/api/v1/alert-rules")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("vendor-down", "viability-slipping"))
                .extract()
                .path("items.find { it.name == '" + name + "' }");
    }

    private String path(String deed) {
        return "/api/v1/alerts/" + alert.id() + "/" + deed;
    }

    private Map<String, Object> deed(String deed) {
        return switch (deed) {
            case "snoozes" -> Map.of("until", start.plus(Duration.ofDays(2)));
            case "comments" -> Map.of("text", "Hello.");
            default -> Map.of("note", "Hello.");
        };
    }
}
