package io.bellwether.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.bellwether.As;
import io.bellwether.core.Outcome;
import io.bellwether.health.Health;
import io.bellwether.health.HealthService;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would be, over REST: the same that is once it has happened, and nothing of it is kept. */
@QuarkusTest
class SimulationsTest {

    private static final String HSTS = "strict-transport-security";

    private final AlertWorld world;
    private final HealthService health;
    private final Clock clock;
    private final Jdbi jdbi;
    private Instant now;
    private Vendor vendor;

    SimulationsTest(AlertWorld world, HealthService health, Clock clock, Jdbi jdbi) {
        this.world = world;
        this.health = health;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void aHealthyVendor() {
        now = clock.instant();
        vendor = healthy();
    }

    @Test
    void withNothingAssumedItIsAsItIs() {
        JsonPath answer = simulate(Map.of("facts", List.of()));
        JsonPath health = As.viewer().get(path("/health")).then().extract().jsonPath();

        for (String field : List.of("index", "grade", "trend", "confidence", "ruleSet", "cap", "slip")) {
            assertThat(answer.<Object>get(field)).as(field).isEqualTo(health.get(field));
        }
        for (String dimension : List.of("uptime", "latency", "security", "financial")) {
            for (String field : List.of(".score", ".confidence", ".drivers", ".reason")) {
                String path = "dimensions." + dimension + field;
                assertThat(answer.<Object>get(path)).as(path).isEqualTo(health.get(path));
            }
        }
        assertThat(answer.getString("vendor")).isEqualTo(vendor.slug());
        assertThat(answer.getInt("difference.change")).isZero();
        assertThat(answer.getList("difference.reasons")).isEmpty();
        assertThat(answer.getList("alerts")).isEmpty();
        assertThat(answer.getList("resolved")).isEmpty();
        assertThat(answer.getList("course")).hasSize(1);
        assertThat(simulate(Map.of()).getInt("index")).isEqualTo(health.getInt("index"));
    }

    @Test
    void aBankruptcyIsToldWithWhatToDoAndNothingIsKept() {
        List<Integer> before = rows();

        JsonPath answer = simulate(facts(Map.of("signal", "filing-8k-1.03", "occurredAt", today())));

        assertThat(answer.getInt("index")).isLessThanOrEqualTo(20);
        assertThat(answer.getString("grade")).isEqualTo("F");
        assertThat(answer.getString("cap")).isEqualTo("bankruptcy filing");
        assertThat(answer.getString("trend")).isEqualTo("SLIPPING");
        assertThat(answer.getInt("dimensions.financial.score")).isEqualTo(5);
        assertThat(answer.getList("alerts.rule")).containsExactly("filing-event", "viability-slipping");
        assertThat(answer.getList("alerts.effect")).containsOnly("FIRES");
        assertThat(answer.getList("alerts.severity")).containsOnly("CRITICAL");
        assertThat(answer.getString("alerts[0].text.it")).contains("8-K item 1.03", "CRITICAL");
        assertThat(answer.getString("alerts[0].text.marketing")).contains(vendor.name(), "bankruptcy");
        assertThat(answer.getString("dimensions.financial.drivers[0].advice.it[0].text"))
                .startsWith("Export all of our data now");
        assertThat(answer.getList("dimensions.financial.drivers[0].advice.marketing.text"))
                .anyMatch(text -> text.toString().contains("second vendor"));
        assertThat(rows()).isEqualTo(before);
    }

    /** The only difference is whether it was stored. */
    @ParameterizedTest
    @CsvSource({"filing-8k-1.03, 3", "filing-nt-10-k, 5", "filing-8k-2.04, 40", "filing-10-q, 3", "filing-nt-10-k, 400"
    })
    void whatWouldBeIsWhatIsOnceItHasHappened(String signal, int daysAgo) {
        Instant at = now.minus(Duration.ofDays(daysAgo));
        health.assess(vendor);
        JsonPath would = simulate(facts(Map.of("signal", signal, "occurredAt", at.toString())));

        world.learn(vendor, now, AlertWorld.filing(signal, "0000000000-26-000001#x", at));
        Health is = health.assess(vendor);

        assertThat(would.<Integer>get("index")).isEqualTo(is.index());
        assertThat(would.<Integer>get("dimensions.financial.score"))
                .isEqualTo(is.dimensions().financial().score());
        assertThat(would.getString("trend")).isEqualTo(is.trend().name());
        List<Alert> told = Arrays.stream(BuiltInRule.values())
                .flatMap(rule -> world.all(vendor, rule).stream())
                .toList();
        assertThat(would.<String>getList("alerts.rule"))
                .isEqualTo(told.stream().map(Alert::rule).toList());
        assertThat(would.<String>getList("alerts.severity"))
                .isEqualTo(told.stream().map(alert -> alert.severity().name()).toList());
        assertThat(would.<String>getList("alerts.text.marketing"))
                .isEqualTo(told.stream().map(alert -> alert.text().marketing()).toList());
    }

    @Test
    void theDifferenceIsToldByItsReasonsExactly() {
        JsonPath answer = simulate(facts(
                Map.of("signal", "filing-nt-10-k", "occurredAt", today()), Map.of("signal", HSTS, "value", "FAIL")));

        assertThat(answer.getInt("difference.change"))
                .isEqualTo(answer.getInt("index") - answer.getInt("difference.before"))
                .isNegative();
        List<Integer> contributions = answer.getList("difference.reasons.contribution");
        assertThat(contributions.stream().mapToInt(points -> points).sum())
                .isEqualTo(answer.getInt("difference.change"));
        assertThat(answer.getList("difference.reasons.signal")).containsExactlyInAnyOrder("filing-nt-10-k", HSTS);
        assertThat(answer.getList("difference.reasons.kind")).containsOnly("APPEARED");
    }

    @Test
    void aFilingWearsOffUntilTheDayThatIsAskedFor() {
        Map<String, Object> late = facts(Map.of("signal", "filing-nt-10-k", "occurredAt", today()));
        JsonPath today = simulate(late);
        Map<String, Object> later = new HashMap<>(late);
        later.put("asOf", now.plus(Duration.ofDays(270)).toString().substring(0, 10));

        JsonPath halfLater = simulate(later);

        assertThat(100 - today.getInt("dimensions.financial.score")).isEqualTo(25);
        assertThat(100 - halfLater.getInt("dimensions.financial.score")).isBetween(12, 13);
        assertThat(halfLater.getList("course")).hasSize(271);
        assertThat(halfLater.getInt("course[0].index")).isEqualTo(today.getInt("index"));
        assertThat(halfLater.getInt("course[270].index")).isEqualTo(halfLater.getInt("index"));
        List<Integer> course = halfLater.getList("course.financial");
        assertThat(course).isSorted();
        assertThat(halfLater.getString("dimensions.security.score"))
                .as("is looked at all the time")
                .isNotNull();
    }

    @Test
    void withoutALateReportItWouldStandBetter() {
        world.learn(
                vendor, now, AlertWorld.filing("filing-nt-10-k", "0000000000-26-000001#nt", now.minusSeconds(86_400)));

        JsonPath byKey = simulate(Map.of("without", List.of("0000000000-26-000001#nt")));
        JsonPath bySignal = simulate(Map.of("without", List.of("filing-nt-10-k")));

        assertThat(byKey.getInt("difference.change")).isPositive();
        assertThat(byKey.getInt("dimensions.financial.score")).isEqualTo(100);
        assertThat(bySignal.getInt("index")).isEqualTo(byKey.getInt("index"));
    }

    @Test
    void anOutageIsSeenByTheProbesAndCapsTheIndexAfterAnHour() {
        ConfiguredProbe probe = world.probe(vendor, "http");
        world.observe(AlertWorld.observation(probe, now.minusSeconds(60), Outcome.UP));

        JsonPath brief = simulate(facts(Map.of("signal", "outage", "minutes", 1)));
        JsonPath lasting = simulate(facts(Map.of("signal", "outage", "minutes", 90)));

        assertThat(brief.getString("cap")).isNull();
        assertThat(brief.getList("alerts.rule")).containsExactly("vendor-down");
        assertThat(brief.getString("alerts[0].text.marketing")).contains("is not working since");
        assertThat(lasting.getString("cap")).isEqualTo("down for more than 60 minutes");
        assertThat(lasting.getList("alerts.rule")).containsExactly("vendor-down", "viability-slipping");
        assertThat(lasting.getList("dimensions.uptime.drivers.signal")).contains("outage", "availability");
        assertThat(lasting.getInt("dimensions.uptime.score")).isLessThan(brief.getInt("dimensions.uptime.score"));
    }

    @Test
    void aCheckThatFailsIsToldAndOneThatPassesAgainResolves() {
        JsonPath worse = simulate(facts(Map.of("signal", HSTS, "value", "FAIL")));
        assertThat(worse.getList("alerts.rule")).containsExactly("posture-worse");
        assertThat(worse.getList("alerts[0].lenses")).containsExactly("IT");

        world.learn(vendor, now, AlertWorld.check(HSTS, "FAIL", now, Map.of()));
        Alert open = world.only(vendor, BuiltInRule.POSTURE_WORSE);
        JsonPath better = simulate(facts(Map.of("signal", HSTS, "value", "PASS")));

        assertThat(better.getList("alerts")).isEmpty();
        assertThat(better.getList("resolved.alert")).containsExactly(open.id().toString());
        assertThat(better.getList("resolved.effect")).containsExactly("RESOLVES");
        assertThat(better.getInt("difference.change")).isPositive();
        assertThat(world.only(vendor, BuiltInRule.POSTURE_WORSE).resolvedAt()).isNull();
    }

    @Test
    void anAlertThatFiresAlreadyWouldHappenAgain() {
        world.learn(vendor, now, AlertWorld.filing("filing-nt-10-k", "0000000000-26-000001#nt", now));
        Alert open = world.only(vendor, BuiltInRule.FILING_EVENT);

        JsonPath answer = simulate(facts(Map.of("signal", "filing-nt-10-k", "occurredAt", today())));

        assertThat(answer.getList("alerts.effect")).containsExactly("HAPPENS_AGAIN");
        assertThat(answer.getString("alerts[0].alert")).isEqualTo(open.id().toString());
        assertThat(answer.getList("alerts[0].facts.filings")).hasSize(2);
    }

    @Test
    void aCertificateThatRunsOutCapsTheIndexFromThatDayOn() {
        String end = now.plus(Duration.ofDays(20)).toString();
        Map<String, Object> expiry = facts(Map.of("signal", "tls-certificate-expiry", "expiresAt", end));
        Map<String, Object> later = new HashMap<>(expiry);
        later.put("asOf", now.plus(Duration.ofDays(22)).toString());

        JsonPath soon = simulate(expiry);
        JsonPath expired = simulate(later);

        assertThat(soon.getString("cap")).isNull();
        assertThat(soon.getList("alerts.rule")).containsExactly("certificate-expiring");
        assertThat(soon.getString("alerts[0].severity")).isEqualTo("WARNING");
        assertThat(expired.getString("cap")).isEqualTo("certificate expired");
        assertThat(expired.getList("alerts.severity")).containsOnly("CRITICAL");
        assertThat(expired.getInt("course[17].index")).isGreaterThan(50);
        assertThat(expired.getInt("course[-1].index")).isLessThanOrEqualTo(50);
    }

    @Test
    void aRegisterThatSaysItIsInsolventIsAHardFact() {
        JsonPath answer =
                simulate(facts(Map.of("signal", "company-insolvency", "value", "INSOLVENT", "since", today())));

        assertThat(answer.getString("cap")).isEqualTo("insolvency proceedings");
        assertThat(answer.getList("alerts.rule")).containsExactly("viability-slipping");
        assertThat(simulate(facts(Map.of("signal", "company-accounts", "value", "OVERDUE", "since", "2026-01-02")))
                        .getInt("dimensions.financial.score"))
                .isEqualTo(55);
    }

    @Test
    void whatPeopleWouldTellCountsAsSureAndTheTierMovesTheWeights() {
        JsonPath layoffs = simulate(facts(Map.of("signal", "layoffs", "amount", 40)));
        JsonPath stricter =
                simulate(Map.of("facts", List.of(Map.of("signal", "layoffs", "amount", 40)), "tier", "STRATEGIC"));

        assertThat(layoffs.getList("dimensions.financial.drivers.signal")).containsExactly("layoffs");
        assertThat(layoffs.getInt("dimensions.financial.score")).isEqualTo(74);
        assertThat(layoffs.getList("dimensions.financial.drivers[0].advice.marketing.text"))
                .anyMatch(text -> text.toString().contains("looks after us"));
        assertThat(stricter.getString("weights.version")).startsWith("strategic");
        assertThat(stricter.getInt("index"))
                .isEqualTo(stricter.getInt("difference.before") + stricter.getInt("difference.change"));
    }

    @Test
    void statementsCountAsIfTheyHadBeenFiled() {
        Map<String, Object> ailing = Map.ofEntries(
                Map.entry("currentAssets", 20),
                Map.entry("totalAssets", 100),
                Map.entry("totalCurrentLiabilities", 90),
                Map.entry("totalLiabilities", 150),
                Map.entry("netIncome", -60),
                Map.entry("netSales", 40),
                Map.entry("ebit", -50),
                Map.entry("ebitda", -45),
                Map.entry("inventory", 5),
                Map.entry("totalReceivables", 10),
                Map.entry("totalLongTermDebt", 50),
                Map.entry("retainedEarnings", -200),
                Map.entry("depreciationAndAmortization", 5),
                Map.entry("totalRevenue", 40));

        JsonPath answer = simulate(Map.of("statements", List.of(ailing, ailing, ailing), "marketValue", 4));

        assertThat(answer.getList("dimensions.financial.drivers.signal")).containsExactly("distress-scorecard");
        assertThat(answer.getInt("dimensions.financial.score")).isBetween(60, 75);
        refused(Map.of("marketValue", 4)).body("errors.pointer", contains("/marketValue"));
        refused(Map.of("statements", List.of(ailing, Map.of("ebit", "much"), ailing)))
                .body("errors[0].pointer", containsString("/statements/1/ebit"));
        refused(Map.of("statements", List.of(Map.of("ebit", 1), Map.of("ebit", 1), Map.of("ebit", 1))))
                .body("errors.pointer", contains("/statements"))
                .body("errors[0].detail", containsString("totalAssets"));
    }

    @Test
    void aRuleThatPeopleMadeAboutScoresIsAskedToo() {
        String name = "low-" + vendor.slug();
        As.operator()
                .body(Map.of(
                        "name",
                        name,
                        "kind",
                        "threshold",
                        "settings",
                        Map.of("metric", "FINANCIAL_SCORE", "comparison", "BELOW", "value", 80),
                        "selection",
                        Map.of("vendors", List.of(vendor.slug()))))
                .post("/api/v1/alert-rules")
                .then()
                .statusCode(201);

        JsonPath bad = simulate(facts(Map.of("signal", "filing-8k-4.02", "occurredAt", today())));

        assertThat(bad.getList("alerts.rule")).contains(name);
        assertThat(simulate(Map.of()).getList("alerts")).isEmpty();
    }

    @Test
    void adviceLeadsWhereSomethingIs() {
        JsonPath answer = simulate(facts(
                Map.of("signal", "filing-8k-1.03"),
                Map.of("signal", "filing-nt-10-k"),
                Map.of("signal", HSTS, "value", "FAIL")));

        List<List<List<String>>> links = answer.getList("dimensions*.value.drivers.advice.it.link");
        List<String> all = links.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .filter(link -> link != null)
                .distinct()
                .toList();
        Map<String, Object> paths =
                As.viewer().get("/q/openapi?format=json").then().extract().path("paths");
        assertThat(all)
                .hasSizeGreaterThan(2)
                .allSatisfy(link -> assertThat(paths).containsKey(link.replace(vendor.slug(), "{slug}")));
    }

    private Vendor healthy() {
        Vendor fresh = world.vendor();
        ConfiguredProbe filings = world.probe(fresh, "filings");
        world.observe(AlertWorld.observation(filings, now.minusSeconds(60), Outcome.UP));
        world.learn(fresh, now.minusSeconds(600), AlertWorld.check(HSTS, "PASS", now.minusSeconds(600), Map.of()));
        return fresh;
    }

    private String path(String path) {
        return "/api/v1/vendors/" + vendor.slug() + path;
    }

    private String today() {
        return now.toString().substring(0, 10);
    }

    private static Map<String, Object> facts(Map<?, ?>... facts) {
        return Map.of("facts", List.of(facts));
    }

    private JsonPath simulate(Map<String, ?> body) {
        return As.viewer()
                .body(body)
                .post(path("/health/simulations"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse refused(Map<String, ?> body) {
        return As.viewer().body(body).post(path("/health/simulations")).then().statusCode(400);
    }

    private List<Integer> rows() {
        return List.of("fact", "alert_episode", "alert_timeline", "outbox", "health_snapshot", "observation").stream()
                .map(table -> jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Integer.class)
                        .one()))
                .toList();
    }
}
