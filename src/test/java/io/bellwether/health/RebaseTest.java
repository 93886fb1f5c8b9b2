package io.bellwether.health;

import static io.bellwether.health.WatchedVendors.NOW;
import static io.bellwether.health.WatchedVendors.hostName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.core.Outcome;
import io.bellwether.core.score.RuleSet;
import io.bellwether.core.score.Trend;
import io.bellwether.platform.Ids;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What moves an index on our side is no slip and raises no alert; the same of the vendor is and does. */
@QuarkusTest
class RebaseTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final int DAYS = 300;

    private final EvidenceSource evidence;
    private final Snapshots snapshots;
    private final Event<HealthAssessed> assessed;
    private final BaselineTable baselines;
    private final VendorRegister register;
    private final WatchedVendors vendors;
    private final Jdbi jdbi;
    private Vendor vendor;

    RebaseTest(
            EvidenceSource evidence,
            Snapshots snapshots,
            Event<HealthAssessed> assessed,
            BaselineTable baselines,
            VendorRegister register,
            WatchedVendors vendors,
            Jdbi jdbi) {
        this.evidence = evidence;
        this.snapshots = snapshots;
        this.assessed = assessed;
        this.baselines = baselines;
        this.register = register;
        this.vendors = vendors;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void register() {
        vendor = vendors.register("Re-based");
        vendors.watch(vendor, at -> Outcome.UP);
        vendors.learn(vendor, hostName("FAIL"));
    }

    @Test
    void theVendorsOwnFallIsASlipAndRaisesAnAlert() {
        days(DAYS, 4, 100);
        days(3, 1, 80);

        assertThat(assess().trend()).isEqualTo(Trend.SLIPPING);
        assertThat(slipsTold()).isOne();
    }

    @Test
    void anotherTierIsNoSlip() {
        days(DAYS, 4, 100);
        vendor = register.patch(vendor.slug(), null, Map.of("tier", "STRATEGIC"));
        days(3, 1, 80);

        assertThat(assess()).satisfies(health -> {
            assertThat(health.trend()).isEqualTo(Trend.STEADY);
            assertThat(health.slip()).isNull();
        });
        assertThat(slipsTold()).isZero();
    }

    @Test
    void anotherTierIsNoSlipEitherAfterAHundredDays() {
        days(DAYS, 101, 100);
        vendor = register.patch(vendor.slug(), null, Map.of("tier", "STRATEGIC"));
        days(100, 1, 91);

        assertThat(assess().trend()).isEqualTo(Trend.STEADY);
        assertThat(slipsTold()).isZero();
    }

    @Test
    void otherWeightsOfTheSameTierAreNoSlip() {
        days(DAYS, 4, 100);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE health_snapshot SET rule_set = ? WHERE vendor_id = ?",
                RuleSet.CURRENT + "+standard.0",
                vendor.id()));
        days(3, 1, 80);

        assertThat(assess().trend()).isEqualTo(Trend.STEADY);
        assertThat(slipsTold()).isZero();
    }

    @Test
    void anotherProbeThatMovesTheIndexIsNoSlip() {
        days(DAYS, 4, 100);
        vendors.observe(vendor, "headers", at -> Outcome.UP, at -> 1);
        days(3, 1, 80);

        assertThat(assess().trend()).isEqualTo(Trend.STEADY);
        assertThat(slipsTold()).isZero();
    }

    /** By its numbers other facts become its own. */
    @Test
    void anotherEntityBehindItIsNoSlip() {
        days(DAYS, 4, 100);
        register.patch(vendor.slug(), null, Map.of("legalEntity", Map.of("companyNumber", "01234567")));
        days(3, 1, 80);

        assertThat(assess().trend()).isEqualTo(Trend.STEADY);
        assertThat(slipsTold()).isZero();
    }

    @Test
    void anotherProbeThatMovesNothingForgetsNothing() {
        days(DAYS, 31, 100);
        vendors.observe(vendor, "headers", at -> Outcome.UP, at -> 1);
        days(30, 4, 100);
        days(3, 1, 80);

        assertThat(assess().trend()).isEqualTo(Trend.SLIPPING);
        assertThat(slipsTold()).isOne();
    }

    @Test
    void aDimensionThatCouldNotBeJudgedBeforeIsNoSlip() {
        days(DAYS, 4, 100);
        jdbi.useHandle(handle ->
                handle.execute("UPDATE health_snapshot SET underlying_of = 7 WHERE vendor_id = ?", vendor.id()));
        days(3, 1, 80);

        assertThat(assess().trend()).isEqualTo(Trend.STEADY);
        assertThat(slipsTold()).isZero();
    }

    /** The trend looks at what is seen by the day, with filings or without. */
    @Test
    void aDimensionThatHadNoScoreForItsFilingsForgetsNothing() {
        days(DAYS, 4, 100);
        jdbi.useHandle(handle ->
                handle.execute("UPDATE health_snapshot SET financial = NULL WHERE vendor_id = ?", vendor.id()));
        days(3, 1, 80);

        assertThat(assess().trend()).isEqualTo(Trend.SLIPPING);
    }

    @Test
    void anAcceptedLevelIsNoSlipUntilItIsTakenBack() {
        days(DAYS, 31, 100);
        days(30, 1, 90);
        assertThat(assess().trend()).isEqualTo(Trend.SLIPPING);
        Baseline baseline = new Baseline(Ids.next(), TODAY.minusDays(30), "accepted by us", "ada", NOW, null, null);
        baselines.add(vendor.id(), baseline);

        assertThat(assess().trend()).isEqualTo(Trend.STEADY);
        assertThat(baselines.end(baseline.id(), NOW, "ada")).isTrue();
        assertThat(assess().trend()).isEqualTo(Trend.SLIPPING);
    }

    @Test
    void aFallFromAnAcceptedLevelIsASlip() {
        days(DAYS, 31, 100);
        days(30, 4, 98);
        days(3, 1, 80);
        baselines.add(
                vendor.id(), new Baseline(Ids.next(), TODAY.minusDays(30), "accepted by us", "ada", NOW, null, null));

        assertThat(assess().slip().usual()).isEqualTo(98);
    }

    @Test
    void baselinesAreSetAndTakenBackOverRest() {
        String path = "/api/v1/vendors/" + vendor.slug() + "/health/baselines";
        String place = As.owner()
                .body(Map.of("since", "2026-10-01", "reason", "  Fewer people since the merger. "))
                .post(path)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("since", is("2026-10-01"))
                .body("reason", is("Fewer people since the merger."))
                .body("endedAt", nullValue())
                .extract()
                .header("Location");
        String id = place.substring(place.lastIndexOf('/') + 1);
        assertThat(place).endsWith(path + "/" + id);
        As.viewer().get(path + "?limit=1").then().statusCode(200).body("items.id", contains(id));

        As.owner().delete(path + "/" + id).then().statusCode(204);
        As.owner().delete(path + "/" + id).then().statusCode(204);

        As.viewer().get(path + "/" + id).then().statusCode(200).body("endedAt", notNullValue());
        As.admin()
                .get("/api/v1/audit?limit=2")
                .then()
                .body("items.action", contains("baseline.end", "baseline.create"))
                .body("items[1].reason", is("Fewer people since the merger."))
                .body("items[1].subject", endsWith(id));
    }

    @Test
    void wrongBaselinesAreRefusedByTheirFields() {
        String path = "/api/v1/vendors/" + vendor.slug() + "/health/baselines";

        refused(path, Map.of("since", "9999-01-01", "reason", "known and accepted"), "/since");
        refused(path, Map.of("since", "1999-01-01", "reason", "known and accepted"), "/since");
        refused(path, Map.of("reason", "          short     "), "/reason");
        refused(path, Map.of("since", "2026-10-01"), "/reason");
        As.viewer().get(path + "?after=x").then().statusCode(400).body("errors.pointer", contains("after"));
        As.owner().delete(path + "/" + Ids.next()).then().statusCode(404);
        As.viewer().get("/api/v1/vendors/nobody-here/health/baselines").then().statusCode(404);
    }

    private static void refused(String path, Map<String, String> body, String pointer) {
        As.owner().body(body).post(path).then().statusCode(400).body("errors.pointer", contains(pointer));
    }

    private void days(int from, int to, int index) {
        for (int ago = from; ago >= to; ago--) {
            vendors.snapshot(vendor, ago, index);
        }
    }

    private Health assess() {
        return QuarkusTransaction.requiringNew()
                .call(() -> new HealthService(evidence, snapshots, assessed, Clock.fixed(NOW, ZoneOffset.UTC))
                        .assess(vendor));
    }

    private int slipsTold() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM alert_episode WHERE vendor_id = :vendor AND rule = 'viability-slipping'")
                .bind("vendor", vendor.id())
                .mapTo(Integer.class)
                .one());
    }
}
