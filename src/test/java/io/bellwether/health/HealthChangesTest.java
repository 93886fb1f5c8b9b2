package io.bellwether.health;

import static io.bellwether.health.WatchedVendors.NOW;
import static io.bellwether.health.WatchedVendors.hostName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.core.Outcome;
import io.bellwether.core.score.explain.ChangeReason;
import io.bellwether.core.score.explain.ChangeReason.Kind;
import io.bellwether.core.score.explain.IndexDriver;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthChangesTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    private final EvidenceSource evidence;
    private final Snapshots snapshots;
    private final Event<HealthAssessed> assessed;
    private final HealthChanges changes;
    private final VendorRegister register;
    private final WatchedVendors vendors;
    private final Jdbi jdbi;
    private Vendor vendor;

    HealthChangesTest(
            EvidenceSource evidence,
            Snapshots snapshots,
            Event<HealthAssessed> assessed,
            HealthChanges changes,
            VendorRegister register,
            WatchedVendors vendors,
            Jdbi jdbi) {
        this.evidence = evidence;
        this.snapshots = snapshots;
        this.assessed = assessed;
        this.changes = changes;
        this.register = register;
        this.vendors = vendors;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void register() {
        vendor = vendors.register("Changing");
    }

    @Test
    void explainsTheLevelOfRealEvidence() {
        vendors.watch(vendor, at -> at.isBefore(NOW.minus(Duration.ofMinutes(90))) ? Outcome.UP : Outcome.DOWN);
        vendors.learn(vendor, hostName("FAIL"));

        Health health = assess(NOW);

        assertThat(health.explanation().stream()
                        .mapToInt(IndexDriver::contribution)
                        .sum())
                .isEqualTo(100 - health.index());
        assertThat(health.explanation()).extracting(IndexDriver::signal).contains("outage", "down-over-an-hour");
        assertThat(snapshots.on(vendor.id(), TODAY)).contains(health);
    }

    @Test
    void tellsWhatTheDriversOfTwoStoredDaysMoved() {
        vendors.watch(vendor, at -> Outcome.UP);
        Health before = assess(NOW.minus(Duration.ofDays(3)));
        vendors.learn(vendor, hostName("FAIL"));
        Health after = assess(NOW);

        HealthChange change = changes.between(vendor, new Days(TODAY.minusDays(2), TODAY), false);

        assertThat(change.from().asked()).isEqualTo(TODAY.minusDays(2));
        assertThat(change.from().day()).isEqualTo(TODAY.minusDays(3));
        assertThat(change.change()).isEqualTo(after.index() - before.index()).isNegative();
        assertThat(change.reasons())
                .extracting(ChangeReason::kind, ChangeReason::signal, ChangeReason::contribution)
                .containsExactly(tuple(Kind.APPEARED, "tls-host-name", change.change()));
    }

    @Test
    void whatWasStoredBeforeThereWereReasonsIsCompared() {
        vendors.watch(vendor, at -> Outcome.UP);
        Health before = assess(NOW.minus(Duration.ofDays(3)));
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE health_snapshot SET health = health - 'weights' - 'explanation' WHERE vendor_id = ?",
                vendor.id()));
        vendors.learn(vendor, hostName("FAIL"));
        Health after = assess(NOW);

        assertThat(changes.between(vendor, new Days(TODAY.minusDays(3), TODAY), false)
                        .change())
                .isEqualTo(after.index() - before.index());
    }

    @Test
    void aDayThatWasStoredInAnotherShapeIsAsIfItWereNotThere() {
        assess(NOW);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE health_snapshot SET health = '{\"shape\": \"old\"}' WHERE vendor_id = ?", vendor.id()));

        assertThat(snapshots.on(vendor.id(), TODAY)).isEmpty();
    }

    @Test
    void anotherTierIsToldAsOurs() {
        vendors.watch(vendor, at -> Outcome.UP);
        vendors.learn(vendor, hostName("FAIL"));
        Health before = assess(NOW.minus(Duration.ofDays(1)));
        vendor = register.patch(vendor.slug(), null, Map.of("tier", "STRATEGIC"));
        Health after = assess(NOW);

        HealthChange change = changes.between(vendor, new Days(TODAY.minusDays(1), TODAY), false);

        assertThat(after.ruleSet()).endsWith("+strategic.1");
        assertThat(change.change()).isEqualTo(after.index() - before.index()).isNegative();
        assertThat(change.reasons())
                .extracting(ChangeReason::kind, ChangeReason::contribution)
                .containsExactly(tuple(Kind.WEIGHTS, change.change()));
    }

    @Test
    void otherRulesArePutDownToTheDayTheyCame() {
        vendors.snapshot(vendor, 20, 90);
        vendors.snapshot(vendor, 11, 86);
        vendors.snapshot(vendor, 10, 70);
        vendors.snapshot(vendor, 1, 66);
        jdbi.useHandle(handle -> handle.execute("""
                UPDATE health_snapshot SET rule_set = '2025.9+standard.1',
                       health = jsonb_set(health, '{ruleSet}', '"2025.9+standard.1"')
                 WHERE vendor_id = ? AND day < ?""", vendor.id(), TODAY.minusDays(10)));

        HealthChange change = changes.between(vendor, new Days(TODAY.minusDays(20), TODAY), false);

        assertThat(change.change()).isEqualTo(-24);
        assertThat(change.reasons().stream()
                        .filter(reason -> reason.kind() == Kind.RULES)
                        .map(ChangeReason::contribution))
                .containsExactly(-16);
        assertThat(change.reasons().stream()
                        .filter(reason -> reason.kind() != Kind.RULES)
                        .mapToInt(ChangeReason::contribution)
                        .sum())
                .isEqualTo(-8);
    }

    @Test
    void withoutAnIndexThereIsNoChange() {
        assess(NOW);

        HealthChange change = changes.between(vendor, new Days(TODAY, TODAY), false);

        assertThat(change.change()).isNull();
        assertThat(change.reasons()).isEmpty();
        assertThat(change.text().it()).isEqualTo("No index on " + TODAY + ": no dimension had a score.");
    }

    @Test
    void aDayBeforeAllThatIsStoredIsRefusedByItsName() {
        vendors.snapshot(vendor, 5, 90);

        assertThatThrownBy(() -> changes.between(vendor, new Days(TODAY.minusDays(9), TODAY.minusDays(1)), false))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(
                        "from: Nothing is stored of that day or before; the first day is " + TODAY.minusDays(5));
        assertThat(changes.between(vendor, new Days(TODAY.minusDays(90), TODAY), true)
                        .from()
                        .day())
                .isEqualTo(TODAY.minusDays(5));
    }

    @Test
    void answersOverRest() {
        vendors.snapshot(vendor, 9, 90);
        vendors.snapshot(vendor, 1, 70);
        String changesOf = "/api/v1/vendors/" + vendor.slug() + "/health/changes";

        As.viewer()
                .get(changesOf + "?from=2026-11-14&to=2026-11-22")
                .then()
                .statusCode(200)
                .body("change", is(-20))
                .body("from.asked", is("2026-11-14"))
                .body("from.day", is("2026-11-13"))
                .body("to.index", is(70))
                .body("to.ruleSet", containsString("+standard.1"))
                .body("reasons.contribution.sum()", is(-20))
                .body("text.it", containsString("from 90 on 2026-11-13 to 70 on 2026-11-21"))
                .body("text.marketing", containsString("It lost 20 points"));
        As.viewer().get(changesOf + "?from=2026-11-01").then().statusCode(400).body("errors.pointer", contains("from"));
        As.viewer().get(changesOf + "?to=soon").then().statusCode(400).body("errors.pointer", contains("to"));
        As.viewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/health/peers")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
        As.viewer().get("/api/v1/vendors/nobody-here/health/changes").then().statusCode(404);
    }

    private Health assess(Instant when) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new HealthService(evidence, snapshots, assessed, Clock.fixed(when, ZoneOffset.UTC))
                        .assess(vendor));
    }
}
