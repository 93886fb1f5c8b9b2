package io.bellwether.alert;

import static io.bellwether.alert.AlertWorld.observation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.bellwether.As;
import io.bellwether.core.Outcome;
import io.bellwether.core.Voices;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MessageTemplatesApiTest {

    private static final String TEMPLATES = "/api/v1/message-templates";
    private static final String DOWN_IT = TEMPLATES + "/vendor-down/it";
    private static final String DOWN_MARKETING = TEMPLATES + "/vendor-down/marketing";

    private final AlertWorld world;
    private final Clock clock;
    private Instant start;

    MessageTemplatesApiTest(AlertWorld world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    @BeforeEach
    void someTimeAgo() {
        start = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(1));
    }

    @AfterEach
    void goBackToTheBuiltInWords() {
        As.operator().delete(DOWN_IT).then().statusCode(204);
        As.operator().delete(DOWN_MARKETING).then().statusCode(204);
    }

    @Test
    void everyRuleIsListedInBothVoices() {
        As.viewer()
                .get(TEMPLATES)
                .then()
                .statusCode(200)
                .body("items", hasSize(2 * (BuiltInRule.values().length + 1)))
                .body("items.findAll { it.rule == 'vendor-down' }.lens", contains("IT", "MARKETING"))
                .body("items.collect { it.texts.size() }.unique()", contains(5));
    }

    @Test
    void aTemplateSaysWhatItMayName() {
        As.viewer()
                .get(DOWN_IT)
                .then()
                .statusCode(200)
                .body("texts.FIRING", startsWith("{vendorName} / {probeName} is DOWN since {startedAt}"))
                .body("edited", empty())
                .body("facts.name", hasItems("vendorName", "attemptsBad", "minutesSoFar", "endedAt"))
                .body("facts.find { it.name == 'attempts' }.meaning", equalTo("how often it was tried"));
    }

    @Test
    void alertsAreToldInTheWordsThatWereGivenAndThenAgainInTheBuiltInOnes() {
        put(DOWN_IT, "FIRING", "Look at {vendorName}: {attemptsBad} of {attempts} failed.")
                .statusCode(200)
                .body("edited", contains("FIRING"))
                .body("texts.RESOLVED", containsString("is UP again"));
        Vendor edited = down();
        As.operator().delete(DOWN_IT).then().statusCode(204);
        Vendor builtIn = down();

        assertThat(text(edited).it()).isEqualTo("Look at " + edited.name() + ": 1 of 1 failed.");
        assertThat(text(edited).marketing()).contains("is not working since");
        assertThat(text(builtIn).it()).contains("is DOWN since");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FIRING  | {vendorName}{cr}{nobody}               | /texts/FIRING | 2 | no fact 'nobody'
            FIRING  | {cr}{cr}{#include base /}              | /texts/FIRING | 3 | include
            FIRING  | {inject:dataSource}                    | /texts/FIRING | 1 | no fact
            FIRING  | {minutes} min                          | /texts/FIRING | 1 | no fact 'minutes'
            SOLVED  | {vendorName}                           | /texts/SOLVED |   | Must be one of
            """)
    void whatIsWrongWithATemplateIsNamedWithItsLine(
            String kind, String text, String pointer, Integer line, String detail) {
        put(DOWN_IT, kind, text.replace("{cr}", "\n"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].line", equalTo(line))
                .body("errors[0].detail", containsString(detail));
        As.viewer().get(DOWN_IT).then().body("edited", empty());
    }

    @Test
    void jargonInTheBusinessVoiceIsAWarningAndNoError() {
        put(DOWN_MARKETING, "FIRING", "The endpoint of {vendorName} has a p95 problem.")
                .statusCode(200)
                .body("warnings.kind", hasItem("FIRING"))
                .body("warnings.detail", hasItem(containsString("'endpoint' is jargon")));
        put(DOWN_IT, "FIRING", "The endpoint of {vendorName} has a p95 problem.")
                .body("warnings", empty());
    }

    @Test
    void whoHasReadAnOlderVersionIsTold() {
        String version = put(DOWN_IT, "FIRING", "{vendorName}.").extract().header("ETag");
        put(DOWN_IT, "FIRING", "{vendorName}!");

        As.operator()
                .header("If-Match", version)
                .body(Map.of("texts", Map.of("FIRING", "x")))
                .put(DOWN_IT)
                .then()
                .statusCode(412);
        As.operator().header("If-Match", version).delete(DOWN_IT).then().statusCode(412);
    }

    @Test
    void onlyOperatorsChangeThemAndTheLogSaysWho() {
        As.owner().body(Map.of("texts", Map.of())).put(DOWN_IT).then().statusCode(403);
        put(DOWN_IT, "RESOLVED", "{vendorName} works.").body("updatedBy", equalTo("test OPERATOR"));

        As.admin()
                .get("/api/v1/audit?limit=1")
                .then()
                .body("items[0].action", equalTo("template.change"))
                .body("items[0].subject", equalTo("message-template/vendor-down/IT"))
                .body("items[0].detail.texts.RESOLVED", equalTo("{vendorName} works."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no-such-rule/it", "/vendor-down/ceo", "/..%2Fvendor-down/it"})
    void whatThereIsNotIsNotFound(String path) {
        As.viewer().urlEncodingEnabled(false).get(TEMPLATES + path).then().statusCode(404);
    }

    @Test
    void aTemplateThatFailsKeepsNoAlertFromBeingTold() {
        put(DOWN_IT, "FIRING", "{vendorName}.");
        world.sql("""
                UPDATE message_template SET texts = '{"FIRING": "{vendorName} {factOfAnOlderVersion}"}'
                 WHERE rule = 'vendor-down' AND lens = 'IT'""");

        Vendor vendor = down();

        assertThat(text(vendor).it()).contains("is DOWN since");
        As.admin()
                .get("/q/metrics")
                .then()
                .body(containsString(
                        "bellwether_template_failures_total{lens=\"it\",rule=\"vendor-down\",template=\"edited\"}"));
        As.viewer()
                .get(DOWN_IT)
                .then()
                .body("warnings.detail", hasItem(containsString("Not used: line 1: There is no fact")));
        As.viewer()
                .get("/api/v1/alerts?limit=500")
                .then()
                .statusCode(200)
                .body(
                        "items.text.it",
                        hasItem(startsWith("The edited template vendor-down FIRING IT failed; the built-in one")));
    }

    @Test
    void aTrialShowsWhatEachKindOfChannelWouldSend() {
        trial(Map.of("rule", "vendor-down", "lens", "MARKETING", "text", "{vendorName} <b>rests</b> & more."))
                .statusCode(200)
                .body("text", equalTo("Globex <b>rests</b> & more."))
                .body("facts.attempts", equalTo(3))
                .body("channels", hasKey("slack"))
                .body("channels", hasKey("webhook"))
                .body("channels.email.subject.length()", lessThanOrEqualTo(200))
                .body("channels.email.html", containsString("Globex &lt;b&gt;rests&lt;/b&gt; &amp; more."))
                .body("channels.slack.toString()", containsString("Globex &lt;b&gt;rests&lt;/b&gt; &amp; more."));
        As.viewer().get(DOWN_MARKETING).then().body("edited", empty());
    }

    @Test
    void aTrialOfTheTemplateInForceNeedsNoText() {
        trial(Map.of("rule", "vendor-down", "lens", "IT", "kind", "UNSTABLE", "channel", "pagerduty"))
                .statusCode(200)
                .body("text", startsWith("Globex / front page goes DOWN and UP again and again"))
                .body("channels", hasKey("pagerduty"))
                .body("channels", not(hasKey("slack")));
    }

    @Test
    void aTrialOfABrokenTemplateSaysWhatIsWrong() {
        trial(Map.of("rule", "vendor-down", "lens", "IT", "text", "a\n{b}"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/text"))
                .body("errors[0].line", equalTo(2));
        trial(Map.of("rule", "vendor-down", "lens", "IT", "channel", "pigeon"))
                .statusCode(400)
                .body("errors[0].detail", containsString("slack"));
        trial(Map.of("rule", "no-such-rule", "lens", "IT")).statusCode(404);
        trial(Map.of("lens", "IT")).statusCode(400).body("errors[0].pointer", equalTo("/rule"));
    }

    @Test
    void theGlossaryExplainsTerms() {
        As.viewer()
                .get("/api/v1/glossary")
                .then()
                .statusCode(200)
                .body("items.term", hasItems("baseline", "DOWN", "TLS"));
        As.viewer().get("/api/v1/glossary/P95").then().body("meaning", containsString("95 of 100 answers"));
        As.viewer()
                .queryParam("text", "Acme is DOWN; two probes failed.")
                .get("/api/v1/glossary")
                .then()
                .body("items.term", contains("DOWN", "probe"));
        As.viewer().get("/api/v1/glossary/zork").then().statusCode(404);
    }

    private Vendor down() {
        Vendor vendor = world.vendor();
        world.observe(observation(world.probe(vendor, "http"), start, Outcome.DOWN));
        return vendor;
    }

    private Voices text(Vendor vendor) {
        return world.only(vendor, BuiltInRule.VENDOR_DOWN).text();
    }

    private static ValidatableResponse put(String path, String kind, String text) {
        return As.operator().body(Map.of("texts", Map.of(kind, text))).put(path).then();
    }

    private static ValidatableResponse trial(Map<String, String> body) {
        return As.viewer().body(body).post(TEMPLATES + "/previews").then();
    }
}
