package io.bellwether.alert;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.bellwether.As;
import io.bellwether.Samples;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AlertRuleResourceTest {

    private static final String RULES = "/api/v1/alert-rules";

    private final AlertWorld world;
    private final ProbeRegister probes;
    private Vendor vendor;

    AlertRuleResourceTest(AlertWorld world, ProbeRegister probes) {
        this.world = world;
        this.probes = probes;
    }

    @BeforeEach
    void aVendorWithAProbe() {
        vendor = world.vendor();
        probes.add(vendor.id(), Samples.probe());
    }

    @Test
    void aRuleIsMadeReadChangedAndDeleted() {
        String name = "slow-" + UUID.randomUUID();
        String id = create(rule(name, "threshold", latency()))
                .statusCode(201)
                .header("Location", containsString(RULES + "/"))
                .body("builtIn", equalTo(false))
                .body("severity", equalTo("WARNING"))
                .body("enabled", equalTo(true))
                .body("settings.value", equalTo(1000.0f))
                .body("selection.vendors", contains(vendor.slug()))
                .extract()
                .path("id");

        As.viewer().get(RULES).then().body("items.name", hasItems(name, "vendor-down", "vendor-slow"));
        As.operator()
                .header("If-Match", "\"7\"")
                .body(Map.of("settings", latency()))
                .put(RULES + "/" + id)
                .then()
                .statusCode(412);
        As.operator()
                .body(Map.of("settings", latency(), "severity", "CRITICAL", "description", "Too slow to sell."))
                .put(RULES + "/" + id)
                .then()
                .statusCode(200)
                .body("severity", equalTo("CRITICAL"))
                .body("description", equalTo("Too slow to sell."))
                .body("selection.vendors", equalTo(null));
        As.operator().delete(RULES + "/" + id).then().statusCode(204);
        As.viewer().get(RULES).then().body("items.name", not(hasItem(name)));
        As.admin()
                .get("/api/v1/audit?limit=3")
                .then()
                .body("items.action", contains("rule.delete", "rule.change", "rule.create"))
                .body("items[1].detail.before.severity", equalTo("WARNING"));
    }

    @Test
    void aNameIsGivenOnce() {
        String name = "slow-" + UUID.randomUUID();
        create(rule(name, "threshold", latency())).statusCode(201);

        create(rule(name, "threshold", latency())).statusCode(409).body("errors.pointer", contains("/name"));
        create(rule("vendor-down", "threshold", latency())).statusCode(409);
        create(rule("audit-broken", "threshold", latency())).statusCode(409).body("errors.pointer", contains("/name"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "threshold  | {'metric':'LATENCY_P95'}                                | /settings/value",
                "threshold  | {'metric':'SPEED','value':1}                            | /settings/metric",
                "threshold  | {'metric':'LATENCY_P95','value':1000,'windw':'PT5M'}    | /settings/windw",
                "threshold  | {'metric':'LATENCY_P95','value':1000,'recoverValue':2000} | /settings/recoverValue",
                "threshold  | {'metric':'LATENCY_P95','value':1000,'confirm':{'fireAfter':0}} | /settings/confirm/fireAfter",
                "threshold  | {'metric':'LATENCY_P95','value':1000,'confirm':{'fireAfter':3,'within':2}} | /settings/confirm/within",
                "no-data    | {'afterMinutes':1}                                      | /settings/afterMinutes",
                "no-data    | {}                                                      | /settings/afterMinutes",
                "score-drop | {'metric':'LATENCY_P95','points':5,'days':7}            | /settings/metric",
                "anomaly    | {'weeks':2}                                             | /settings/weeks",
                "burn-rate  | {'target':1,'factor':14.4,'longWindow':'PT1H'}          | /settings/target",
                "burn-rate  | {'target':0.999,'factor':14.4,'longWindow':'PT1M'}      | /settings/longWindow",
                "magic      | {}                                                      | /kind"
            })
    void aWrongFieldIsNamed(String kind, String settings, String pointer) {
        String body = "{\"name\":\"r-" + UUID.randomUUID() + "\",\"kind\":\"" + kind + "\",\"settings\":"
                + settings.replace('\'', '"') + "}";

        As.operator()
                .body(body)
                .post(RULES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void aRuleThatOneLostAnswerTripsIsRefusedWithTheReason() {
        Map<String, Object> hasty = Map.of("target", 0.999, "factor", 14.4, "longWindow", "PT1H", "minimumBad", 1);

        create(rule("hasty-" + UUID.randomUUID(), "burn-rate", hasty))
                .statusCode(400)
                .body("errors.pointer", contains("/settings/minimumBad"))
                .body("errors[0].detail", startsWith("A single bad answer of the 60 in PT1H would fire this rule"))
                .body("errors[0].detail", containsString("of " + vendor.slug()))
                .body("errors[0].detail", containsString("trip count 1"));
        As.viewer()
                .body(Map.of("rule", rule("hasty", "burn-rate", hasty)))
                .post(RULES + "/previews")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/rule/settings/minimumBad"));
    }

    @Test
    void vendorsAndBoundsThatThereAreNotAreNamed() {
        Map<String, Object> rule = rule("r-" + UUID.randomUUID(), "threshold", latency());
        rule.put("selection", Map.of("vendors", List.of(vendor.slug(), "nobody")));
        rule.put("bounds", Map.of("window", Map.of("min", 1), "value", Map.of("min", 5, "max", 4)));

        create(rule)
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/selection/vendors/1", "/bounds/window", "/bounds/value"));
    }

    @Test
    void aBuiltInRuleCanBeNeitherDeletedNorNarrowed() {
        String id = As.viewer().get(RULES).path("items.find { it.name == 'vendor-slow' }.id");

        As.operator().delete(RULES + "/" + id).then().statusCode(409).body("detail", containsString("switch it off"));
        As.operator()
                .body(Map.of("selection", Map.of("vendors", List.of(vendor.slug()))))
                .put(RULES + "/" + id)
                .then()
                .statusCode(400);
        As.viewer()
                .body(Map.of("ruleId", id))
                .post(RULES + "/previews")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/ruleId"));
    }

    @Test
    void aPreviewIsOfOneRule() {
        As.viewer().body(Map.of()).post(RULES + "/previews").then().statusCode(400);
        As.viewer()
                .body(Map.of("ruleId", UUID.randomUUID()))
                .post(RULES + "/previews")
                .then()
                .statusCode(404);
        As.viewer()
                .body(Map.of("ruleId", UUID.randomUUID(), "days", 31))
                .post(RULES + "/previews")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/days"));
    }

    @Test
    void anOwnerSetsNumbersOfOwnVendorsWithinBoundsAtOnce() {
        Map<String, Object> rule = rule("r-" + UUID.randomUUID(), "threshold", latency());
        rule.put("bounds", Map.of("value", Map.of("min", 500, "max", 2000)));
        String overrides = RULES + "/" + create(rule).statusCode(201).extract().path("id") + "/overrides/";
        String ada = token("Ada");

        override(ada, overrides + vendor.slug(), "value", 2000)
                .statusCode(200)
                .body("settings.value", equalTo(2000))
                .body("setBy", equalTo("Ada"));
        override(ada, overrides + vendor.slug(), "value", 2001)
                .statusCode(400)
                .body("errors.pointer", contains("/settings/value"))
                .body("errors[0].detail", containsString("between 500 and 2000"));
        override(ada, overrides + vendor.slug(), "recoverValue", 100)
                .statusCode(400)
                .body("errors[0].detail", containsString("only value can be"));
        override(token("Mallory"), overrides + vendor.slug(), "value", 600).statusCode(403);
        As.viewer().get(overrides).then().body("items.vendor", contains(vendor.slug()));
        As.admin()
                .get("/api/v1/audit?limit=20")
                .then()
                .rootPath("items.find { it.action == 'rule.override' }")
                .body("actor", equalTo("Ada"))
                .body("detail.vendor", equalTo(vendor.slug()))
                .body("detail.settings.value", equalTo(2000));
        As.bearer(ada).delete(overrides + vendor.slug()).then().statusCode(204);
        As.bearer(ada).delete(overrides + vendor.slug()).then().statusCode(404);
        As.viewer().get(overrides).then().body("items", empty());
    }

    @Test
    void boundsAreNotNarrowedPastWhatOwnersHaveSet() {
        Map<String, Object> rule = rule("r-" + UUID.randomUUID(), "threshold", latency());
        rule.put("bounds", Map.of("value", Map.of("max", 2000)));
        String path = RULES + "/" + create(rule).statusCode(201).extract().path("id");
        override(token("Ada"), path + "/overrides/" + vendor.slug(), "value", 1900)
                .statusCode(200);

        As.operator()
                .body(Map.of("settings", latency(), "bounds", Map.of("value", Map.of("max", 1500))))
                .put(path)
                .then()
                .statusCode(409)
                .body("detail", containsString(vendor.slug()));
    }

    private static ValidatableResponse override(String token, String path, String number, int value) {
        return As.bearer(token)
                .body(Map.of("settings", Map.of(number, value)))
                .put(path)
                .then();
    }

    private static String token(String name) {
        return As.admin()
                .body(Map.of("name", name, "role", "OWNER"))
                .post("/api/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    private Map<String, Object> rule(String name, String kind, Map<String, Object> settings) {
        Map<String, Object> rule = new HashMap<>();
        rule.put("name", name);
        rule.put("kind", kind);
        rule.put("settings", settings);
        rule.put("selection", Map.of("vendors", List.of(vendor.slug())));
        return rule;
    }

    private static Map<String, Object> latency() {
        return Map.of("metric", "LATENCY_P95", "value", 1000);
    }

    private static ValidatableResponse create(Map<String, Object> rule) {
        return As.operator().body(rule).post(RULES).then();
    }
}
