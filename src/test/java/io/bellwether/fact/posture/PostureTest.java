package io.bellwether.fact.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.As;
import io.bellwether.alert.AlertEngine;
import io.bellwether.core.Dimension;
import io.bellwether.core.posture.web.PageEvidence;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks at pages, from what was seen to facts, alerts and the answers of the API. */
@QuarkusTest
class PostureTest {

    private static final UUID PROBE = new UUID(7, 7);
    private static final Map<String, String> SOUND = Map.of(
            "content-type", "text/html",
            "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
            "strict-transport-security", "max-age=63072000",
            "x-content-type-options", "nosniff",
            "cross-origin-opener-policy", "same-origin");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final EvidenceTable table;
    private final Posture posture;
    private final Facts facts;
    private final AlertEngine alerts;
    private final VendorRegister vendors;
    private final Jdbi jdbi;
    private Vendor vendor;
    private String target;

    PostureTest(
            EvidenceTable table, Posture posture, Facts facts, AlertEngine alerts, VendorRegister vendors, Jdbi jdbi) {
        this.table = table;
        this.posture = posture;
        this.facts = facts;
        this.alerts = alerts;
        this.vendors = vendors;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void register() {
        vendor = vendors.create(NewVendor.named("Posture " + UUID.randomUUID()));
        target = "https://" + vendor.slug() + ".example";
    }

    @Test
    void looksThatSawTheSameAreOneRowUntilOneSawSomethingElse() {
        for (int day = 10; day > 3; day--) {
            look(posture, day, SOUND);
        }
        look(posture, 3, without("x-content-type-options"));
        look(posture, 2, SOUND);

        List<Look> kept = table.latest(vendor.id(), PageEvidence.KIND, target, 10);

        assertThat(kept).extracting(Look::looks).containsExactly(1, 1, 7);
        assertThat(kept.getLast().firstSeenAt()).isEqualTo(now.minus(Duration.ofDays(10)));
        assertThat(kept.getLast().lastSeenAt()).isEqualTo(now.minus(Duration.ofDays(4)));
        assertThat(kept.getLast().evidence().at(now)).isEqualTo(page(now, SOUND));
    }

    @Test
    void aWeaknessCountsOnceASecondLookConfirmsItAndIsAlertedOnce() {
        look(posture, 4, SOUND);
        look(posture, 3, without("x-content-type-options"));
        assertThat(value("x-content-type-options")).isEqualTo("PASS");
        assertThat(alerted()).isZero();

        look(posture, 2, without("x-content-type-options"));
        assertThat(value("x-content-type-options")).isEqualTo("FAIL");
        look(posture, 1, without("x-content-type-options"));
        assertThat(alerted()).isEqualTo(1);
    }

    @Test
    void aLookThatCouldNotTellTakesNothingAndSaysWhy() {
        look(posture, 2, SOUND);
        record(posture, unknown(now.minus(Duration.ofDays(1))));
        record(posture, unknown(now));

        JsonPath security = get("");

        assertThat(security.getList("checks.outcome")).doesNotContain("FAIL", "UNKnowN");
        assertThat(security.getList("checks.doubt.reason"))
                .isNotEmpty()
                .containsOnly("A wall against robots answered.");
        assertThat(alerted()).isZero();
        Map<String, Object> series = get("/history").getMap("items[0]");
        assertThat(series.get("points").toString()).contains("score=null").contains("A wall against robots answered.");
    }

    @Test
    void ninetyDaysUnderOtherRulesAreASeriesOfTheirOwnAndNoAlert() {
        for (int day = 89; day >= 0; day--) {
            look(posture, day, day > 40 ? SOUND : without("x-content-type-options"));
        }
        int alertsBefore = alerted();
        List<Fact> before = facts.current(vendor.id(), Dimension.SECURITY);

        JsonPath usual = get("/history");
        JsonPath other = get("/history?ruleSet=http-observatory-6");

        assertThat(usual.getList("items.ruleSet")).containsExactly("http-observatory-5");
        assertThat(other.getList("items.ruleSet")).containsExactly("http-observatory-6");
        assertThat(usual.<Integer>getList("items[0].points.looks")).containsExactly(49, 41);
        List<Integer> five = usual.getList("items[0].points.score");
        List<Integer> six = other.getList("items[0].points.score");
        assertThat(six).containsExactly(five.getFirst() + 10, five.getLast() + 10);
        assertThat(facts.current(vendor.id(), Dimension.SECURITY)).isEqualTo(before);
        assertThat(alerted()).isEqualTo(alertsBefore).isEqualTo(1);
    }

    @Test
    void otherRulesAreABaseOfTheirOwnAndNoNews() {
        Map<String, String> oddly = with("strict-transport-security", "max-age=abc");
        Posture compatible = under("http-observatory-5-compatible");
        for (int day = 6; day > 3; day--) {
            look(compatible, day, oddly);
        }
        assertThat(value("strict-transport-security")).isEqualTo("PASS");

        for (int day = 3; day > 1; day--) {
            look(posture, day, oddly);
        }

        assertThat(value("strict-transport-security")).isEqualTo("FAIL");
        assertThat(alerted()).isZero();

        Map<String, String> worse = new HashMap<>(oddly);
        worse.remove("x-content-type-options");
        look(posture, 1, worse);
        look(posture, 0, worse);
        assertThat(alerted()).isEqualTo(1);
    }

    @Test
    void otherRulesDuringAWallAgainstRobotsAreNoNewsEither() {
        Map<String, String> oddly = with("strict-transport-security", "max-age=abc");
        Posture compatible = under("http-observatory-5-compatible");
        look(compatible, 6, oddly);
        record(compatible, unknown(now.minus(Duration.ofDays(5))));

        for (int day = 4; day > 1; day--) {
            record(posture, unknown(now.minus(Duration.ofDays(day))));
            assertThat(value("strict-transport-security")).isNotEqualTo("UNKNOWN");
        }
        look(posture, 1, oddly);
        look(posture, 0, oddly);

        assertThat(value("strict-transport-security")).isEqualTo("FAIL");
        assertThat(alerted()).isZero();
    }

    @Test
    void sinceTellsWhenTheReasonBegan() {
        look(posture, 5, without("strict-transport-security"));
        for (int day = 3; day > 0; day--) {
            look(posture, day, with("strict-transport-security", "max-age=abc"));
        }

        String hsts = "checks.find { it.checkId == 'strict-transport-security' }.";
        JsonPath security = get("");

        assertThat(security.getString(hsts + "resultCode")).isEqualTo("hsts-header-invalid");
        assertThat(Instant.parse(security.getString(hsts + "since"))).isEqualTo(now.minus(Duration.ofDays(2)));
    }

    @Test
    void whatIsSuppressedTakesNoPoints() {
        look(posture, 1, without("x-content-type-options"));
        String points = "checks.find { it.checkId == 'x-content-type-options' }.points";
        assertThat(get("").getDouble(points)).isPositive();

        As.owner()
                .body(Map.of(
                        "checkId", "x-content-type-options",
                        "reason", "Served by a partner until March.",
                        "expiresAt", now.plus(Duration.ofDays(30)).toString()))
                .post("/api/v1/vendors/" + vendor.slug() + "/security/suppressions")
                .then()
                .statusCode(201);

        assertThat(get("").getDouble(points)).isZero();
        assertThat(get("").getString("checks.find { it.checkId == 'x-content-type-options' }.suppression.reason"))
                .isEqualTo("Served by a partner until March.");
    }

    @Test
    void aCheckThatOnlyOtherRulesHaveDoesNotApplyAnyMore() {
        look(under("http-observatory-6"), 2, with("cross-origin-opener-policy", "nonsense"));
        assertThat(value("cross-origin-opener-policy")).isEqualTo("FAIL");

        look(posture, 1, with("cross-origin-opener-policy", "nonsense"));

        assertThat(value("cross-origin-opener-policy")).isEqualTo("NOT_APPLICABLE");
        assertThat(alerted()).isZero();
    }

    @Test
    void aDifferenceIsToldAsTheVendors() {
        look(posture, 5, SOUND);
        look(posture, 1, without("x-content-type-options"));

        JsonPath diff = get("/diff?from=" + now.minus(Duration.ofDays(3)) + "&to=" + now);

        assertThat(diff.getList("changes.checkId")).containsExactly("x-content-type-options");
        assertThat(diff.getString("changes[0].origin")).isEqualTo("VENDOR");
        assertThat(diff.getString("changes[0].before.resultCode")).isEqualTo("x-content-type-options-nosniff");
        assertThat(diff.getString("changes[0].after.resultCode")).isEqualTo("x-content-type-options-not-implemented");
    }

    @Test
    void theAnswerHasTheArithmeticTheEvidenceAndTheLetter() {
        look(posture, 1, without("x-content-type-options"));

        JsonPath security = get("");

        assertThat(security.getList("worst.kind")).containsExactly("page");
        assertThat(security.getInt("targets[0].score")).isEqualTo(security.getInt("worst[0].score"));
        assertThat(security.getList("targets[0].arithmetic.text")).isNotEmpty();
        assertThat(security.getString("checks.find { it.checkId == 'x-content-type-options' }.ruleSetVersion"))
                .isEqualTo("http-observatory-5");
        assertThat(security.getInt("checks.find { it.checkId == 'x-content-type-options' }.modifier"))
                .isEqualTo(-5);
        String evidence = security.getString("targets[0].evidence");
        assertThat(As.viewer().get(evidence).jsonPath().getString("target")).isEqualTo(target);
        assertThat(As.viewer()
                        .get("/api/v1/vendors/" + vendor.slug() + "/security/letter")
                        .asString())
                .startsWith("Subject: ")
                .contains("nosniff");
    }

    @Test
    void anUnknownRuleSetIsNamed() {
        As.viewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/security/history?ruleSet=no-such")
                .then()
                .statusCode(400);
        As.viewer().get("/api/v1/security/rule-sets/no-such").then().statusCode(404);
        assertThat(As.viewer().get("/api/v1/security/rule-sets").jsonPath().getList("items.rules.id"))
                .contains("http-observatory-5", "http-observatory-6", "tls-rating-2009r", "mail-2026.1");
    }

    private Posture under(String ruleSet) {
        return new Posture(table, new RuleSetChoice(Optional.of(List.of(ruleSet))), facts);
    }

    private void look(Posture by, int daysAgo, Map<String, String> headers) {
        record(by, page(now.minus(Duration.ofDays(daysAgo)), headers));
    }

    private void record(Posture by, PageEvidence evidence) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        alerts.learnt(vendor, by.record(vendor.id(), PROBE, List.of(evidence), evidence.observedAt())));
    }

    private String value(String checkId) {
        return facts.current(vendor.id(), Dimension.SECURITY).stream()
                .filter(fact -> fact.signal().equals(checkId))
                .map(fact -> String.valueOf(fact.value()))
                .findFirst()
                .orElseThrow();
    }

    private int alerted() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM alert_episode WHERE vendor_id = :vendor AND rule = 'posture-worse'")
                .bind("vendor", vendor.id())
                .mapTo(int.class)
                .one());
    }

    private JsonPath get(String path) {
        return As.viewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/security" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, String> without(String header) {
        Map<String, String> headers = new HashMap<>(SOUND);
        headers.remove(header);
        return headers;
    }

    private static Map<String, String> with(String header, String value) {
        Map<String, String> headers = new HashMap<>(SOUND);
        headers.put(header, value);
        return headers;
    }

    private PageEvidence unknown(Instant at) {
        return new PageEvidence(
                target, at, "A wall against robots answered.", null, null, null, List.of(), null, null, null);
    }

    private PageEvidence page(Instant at, Map<String, String> headers) {
        PageEvidence.Hop hop = new PageEvidence.Hop(target + "/", 200, true);
        Map<String, List<String>> values = new HashMap<>();
        headers.forEach((name, value) -> values.put(name, List.of(value)));
        return new PageEvidence(
                target,
                at,
                null,
                new PageEvidence.Chain(List.of(), true, "Connection refused."),
                new PageEvidence.Chain(List.of(hop), false, null),
                new PageEvidence.Page(true, 200, target + "/", values, List.of(), null, false),
                List.of(),
                new PageEvidence.Preflight("https://bellwether.example", 405, null, null, null),
                200,
                new PageEvidence.Preload("2026-11-01", true, List.of()));
    }
}
