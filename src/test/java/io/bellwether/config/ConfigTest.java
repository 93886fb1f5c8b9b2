package io.bellwether.config;

import static io.bellwether.config.ConfigApi.YAML;
import static io.bellwether.config.ConfigApi.apply;
import static io.bellwether.config.ConfigApi.as;
import static io.bellwether.config.ConfigApi.export;
import static io.bellwether.config.ConfigApi.nothing;
import static io.bellwether.config.ConfigApi.plan;
import static io.bellwether.config.ConfigApi.put;
import static io.bellwether.config.ConfigApi.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfigTest {

    private final String slug = "config-" + UUID.randomUUID();

    @Test
    void aPlanIsToldAndNothingIsWritten() {
        JsonPath plan = plan(vendor("PT60S")).extract().jsonPath();

        assertThat(plan.getBoolean("dryRun")).isTrue();
        assertThat(plan.getList("create.type")).containsExactly("VENDOR", "PROBE", "PROBE");
        assertThat(plan.getList("create[1].fields.field"))
                .containsExactly(
                        "confirm/attempts",
                        "confirm/delay",
                        "every",
                        "kind",
                        "name",
                        "settings/headers/Accept",
                        "settings/headers/Authorization",
                        "settings/url",
                        "timeout");
        As.viewer().get("/api/v1/vendors/" + slug).then().statusCode(404);
    }

    @Test
    void aDocumentIsAppliedOnceAndThenChangesNothing() {
        JsonPath done =
                apply(vendor("PT60S")).body("dryRun", equalTo(false)).extract().jsonPath();

        assertThat(done.getList("create")).hasSize(3);
        As.viewer()
                .get("/api/v1/vendors/" + slug)
                .then()
                .body(
                        "name",
                        equalTo("Acme"),
                        "tier",
                        equalTo("STRATEGIC"),
                        "owners.it.email",
                        equalTo("it@a.example"));
        As.viewer()
                .get("/api/v1/vendors/" + slug + "/probes")
                .then()
                .body("items.every", equalTo(List.of("PT1M", "PT1H")));
        nothing(apply(vendor("PT60S")), 3);
        nothing(plan(vendor("PT60S")), 3);
    }

    @Test
    void aChangeIsToldFieldByField() {
        apply(vendor("PT60S"));

        JsonPath plan = plan(vendor("PT30S").replace("Acme", "Acme Ltd").replace("it@a.example", "ops@a.example"))
                .extract()
                .jsonPath();

        assertThat(plan.getList("change.type")).containsExactly("VENDOR", "PROBE");
        assertThat(plan.getList("change[0].fields.field")).containsExactly("name", "owners/it/email");
        assertThat(plan.getMap("change[1].fields[0]"))
                .isEqualTo(Map.of("field", "every", "before", "PT1M", "after", "PT30S"));
        assertThat(plan.getInt("unchanged")).isEqualTo(1);
    }

    @Test
    void whatIsExportedChangesNothingWhenItIsAppliedAgain() {
        apply(vendor("PT60S"));
        As.operator()
                .body(Map.of(
                        "kind",
                        "webhook",
                        "name",
                        slug,
                        "settings",
                        Map.of("url", "https://hooks.a.example/T0P/S3CRET"),
                        "quietHours",
                        Map.of(
                                "timeZone",
                                "Europe/Berlin",
                                "windows",
                                List.of(Map.of("days", List.of("SUNDAY"), "from", "08:00", "to", "22:00")))))
                .post("/api/v1/channels")
                .then()
                .statusCode(201);
        String exported = export();

        assertThat(exported)
                .contains("- slug: " + slug, "quorum: 1", "Authorization: '********'", "url: '********'")
                .doesNotContain("Bearer of-news", "S3CRET");
        apply(exported).body("create", empty(), "change", empty(), "remove", empty());
        apply("prune: true\n" + exported).body("create", empty(), "change", empty(), "remove", empty());
        assertThat(export()).isEqualTo(exported);
        apply(exported.replace("PT1M", "PT2M")).body("change.name", hasItem("Home"));
        assertThat(export()).isEqualTo(exported.replace("PT1M", "PT2M"));
        apply(exported.replace("Europe/Berlin", "America/New_York")).body("change.name", hasItem(slug));
        assertThat(export()).contains("timeZone: America/New_York").doesNotContain("Europe/Berlin");
    }

    @Test
    void whatIsNotNamedStaysUnlessItIsPruned() {
        apply(vendor("PT60S"));
        String fewer = "vendors: [{slug: %s, probes: [{name: Home}]}]".formatted(slug);

        nothing(apply(fewer), 2);
        apply("prune: true\nvendors: [{slug: %s, website: 'https://x.example/'}]"
                        .formatted(slug)
                        .replace("prune: true\n", ""))
                .body("change.fields.field", equalTo(List.of(List.of("website"))));
        JsonPath pruned = plan("prune: true\n"
                        + export().replaceAll("(?s)  - slug: " + slug + "\n.*?(?=  - slug|channels)", ""))
                .extract()
                .jsonPath();
        assertThat(pruned.getList("remove.vendor")).containsExactly(slug);
        assertThat(pruned.getList("create")).isEmpty();
        assertThat(pruned.getList("change")).isEmpty();
        As.operator().delete("/api/v1/vendors/" + slug).then().statusCode(204);

        JsonPath back = apply(vendor("PT60S")).extract().jsonPath();
        assertThat(back.getList("create")).hasSize(3);
        nothing(apply(vendor("PT60S")), 3);
    }

    @Test
    void aNullClearsAndAnotherKindReplaces() {
        apply(vendor("PT60S"));

        JsonPath done = apply("""
                        vendors:
                          - slug: %s
                            owners: {it: null}
                            probes: [{name: Home, kind: tls, every: PT1H, settings: {host: a.example}}]
                        """.formatted(slug)).extract().jsonPath();

        assertThat(done.getList("remove.name")).containsExactly("Home");
        assertThat(done.getList("create.name")).containsExactly("Home");
        assertThat(done.getList("change[0].fields.field")).containsExactly("owners/it/email", "owners/it/name");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsPlace() {
        ValidatableResponse refusal =
                put("""
                        prune: maybe
                        vendors:
                          - slug: %1$s
                            name: 5
                            owner: {}
                            tier: GOLD
                            owners: {it: {name: I, email: nobody}}
                            probes:
                              - name: a
                                kind: htpp
                                evry: PT60S
                                settings: {url: 'https://a.example/'}
                              - name: b
                                kind: http
                                every: PT1S
                                settings: {url: nope, bodyContain: x, expectStatus: [200]}
                              - {name: b, kind: http, settings: {}}
                          - {slug: %1$s, name: Twin}
                          - {slug: Not A Slug, name: C}
                          - name: no slug
                        channels:
                          - {name: c, kind: pigeon, settings: {}}
                        """.formatted(slug), false).statusCode(400).contentType("application/problem+json");

        List<Map<String, Object>> errors = refusal.extract().jsonPath().getList("errors");
        assertThat(errors)
                .extracting(error -> error.get("line") + " " + error.get("pointer"))
                .containsExactly(
                        "1 /prune",
                        "4 /vendors/0/name",
                        "5 /vendors/0/owner",
                        "6 /vendors/0/tier",
                        "7 /vendors/0/owners/it/email",
                        "10 /vendors/0/probes/0/kind",
                        "11 /vendors/0/probes/0/evry",
                        "15 /vendors/0/probes/1/every",
                        "16 /vendors/0/probes/1/settings/url",
                        "16 /vendors/0/probes/1/settings/bodyContain",
                        "16 /vendors/0/probes/1/settings/expectStatus/0",
                        "17 /vendors/0/probes/2/name",
                        "17 /vendors/0/probes/2/settings/url",
                        "18 /vendors/1/slug",
                        "19 /vendors/2/slug",
                        "20 /vendors/3/slug",
                        "22 /channels/0/kind");
        refusal.body("errors.find { it.line == 5 }.detail", containsString("did you mean 'owners'?"))
                .body("errors.find { it.line == 5 }.column", equalTo(5))
                .body("errors.find { it.line == 10 }.detail", containsString("did you mean 'http'?"))
                .body("errors.find { it.line == 11 }.detail", containsString("did you mean 'every'?"));
        As.viewer().get("/api/v1/vendors/" + slug).then().statusCode(404);
    }

    @Test
    void brokenTextIsToldWithItsPlace() {
        refused("vendors:\n  - slug: a\n   name: b\n", "", 3);
        refused("vendors: [!!java.io.File [/etc/passwd]]", "", 1);
        put("- a\n- b\n", false).statusCode(400);
        put("", false).statusCode(400);
        As.operator()
                .body("{\"vendors\": [}")
                .put("/api/v1/config")
                .then()
                .statusCode(400)
                .body("errors[0].line", equalTo(1));
        as(YAML).body("vendors: []").put("/api/v1/config?dryRun=perhaps").then().statusCode(400);
    }

    @Test
    void aFallbackMayComeAfterTheChannelThatNamesItAndMustBeThere() {
        String channels = """
                channels:
                  - {name: "%1$s a", kind: webhook, fallback: "%1$s b", settings: {url: "https://hooks.a.example/a-secret"}}
                  - {name: "%1$s b", kind: webhook, settings: {url: "https://hooks.a.example/b-secret"}}
                """.formatted(slug);

        apply(channels).body("create.name", equalTo(List.of(slug + " b", slug + " a")));
        apply(channels).body("create", empty(), "change", empty());

        assertThat(export()).contains("fallback: " + slug + " b");
        refused(
                "channels: [{name: c, kind: webhook, fallback: nowhere, settings: {url: 'https://x.example/1'}}]",
                "/channels/0/fallback",
                1);
        String circle =
                channels.replace("b\", kind: webhook,", "b\", kind: webhook, fallback: \"%s a\",".formatted(slug));
        ConfigApi.put(circle, true)
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/channels/0/fallback", "/channels/1/fallback")));
    }

    @Test
    void aChannelOfAnotherKindTakesThePlaceOfTheOldOneForThoseWhoFallBackOnIt() {
        String channels = """
                channels:
                  - {name: "%1$s b", kind: webhook, settings: {url: "https://hooks.a.example/b-secret"}}
                """.formatted(slug);
        apply(channels + """
                  - {name: "%1$s a", kind: webhook, fallback: "%1$s b", settings: {url: "https://hooks.a.example/a-secret"}}
                """.formatted(slug));

        apply(channels.replace("webhook", "slack"))
                .body("change.name", equalTo(List.of(slug + " b")))
                .body("change[0].fields.find { it.field == 'kind' }.after", equalTo("slack"));

        assertThat(export()).contains("fallback: " + slug + " b", "kind: slack");
    }

    @Test
    void jsonIsTakenToo() {
        As.operator()
                .body(Map.of("vendors", List.of(Map.of("slug", slug, "name", "Acme"))))
                .put("/api/v1/config")
                .then()
                .statusCode(200)
                .body("create.vendor", equalTo(List.of(slug)));
    }

    @Test
    void onlyAnOperatorMayApply() {
        As.viewer().get("/api/v1/config").then().statusCode(200).contentType(containsString(YAML));
        As.owner().body("{}").put("/api/v1/config?dryRun=true").then().statusCode(403);
        As.owner().body("{}").post("/api/v1/config/imports?format=gatus").then().statusCode(403);
    }

    @Test
    void aDocumentOfFiveMegabytesIsRead() {
        String large = "x-note: |\n" + "  a line of a long story\n".repeat(180_000) + "vendors: []\n";

        nothing(plan(large), 0);
    }

    private String vendor(String every) {
        return """
                vendors:
                  - slug: %s
                    name: Acme
                    tier: STRATEGIC
                    owners: {it: {name: Ida, email: it@a.example}}
                    probes:
                      - name: Home
                        kind: http
                        every: %s
                        settings: {url: 'https://a.example/', headers: {Authorization: Bearer of-news, Accept: text/html}}
                      - name: Certificate
                        kind: tls
                        every: PT1H
                        locations: [fra, nyc]
                        quorum: 1
                        settings: {host: a.example}
                """.formatted(slug, every);
    }
}
