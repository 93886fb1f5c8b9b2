package io.bellwether.alert;

import static io.bellwether.alert.AlertWorld.observation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.bellwether.As;
import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Condition;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A vendor that comes and goes, and one that was away only for a moment. */
@QuarkusTest
class UnsteadyVendorTest {

    private final AlertWorld world;
    private final AlertRules rules;
    private final Alerts alerts;
    private final Clock clock;
    private Instant start;
    private Vendor vendor;
    private ConfiguredProbe probe;

    UnsteadyVendorTest(AlertWorld world, AlertRules rules, Alerts alerts, Clock clock) {
        this.world = world;
        this.rules = rules;
        this.alerts = alerts;
        this.clock = clock;
    }

    @BeforeEach
    void aVendorWithAProbe() {
        start = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(2));
        vendor = world.vendor();
        probe = world.probe(vendor, "http");
    }

    @AfterEach
    void theRuleIsAsItWas() {
        tune(null);
    }

    @Test
    void ofAVendorThatComesAndGoesSevenMessagesAreTold() {
        tune(Map.of("fireAfter", 1, "recoverAfter", 1));

        observe(1, 40, UnsteadyVendorTest::byTurns);
        Alert unstable = world.all(vendor, BuiltInRule.VENDOR_DOWN).getFirst();
        observe(41, 80, _ -> Outcome.UP);

        List<AlertTransition> told = world.outbox(vendor, BuiltInRule.VENDOR_DOWN);
        assertThat(told)
                .extracting(AlertTransition::kind)
                .containsExactly("FIRING", "RESOLVED", "FIRING", "RESOLVED", "FIRING", "UNSTABLE", "RESOLVED");
        assertThat(told.get(5).at()).isEqualTo(at(6));
        assertThat(told.get(5).text().it())
                .contains("goes DOWN and UP again and again", ": 6 changes, 3 min of trouble so far;");
        assertThat(told.get(5).text().marketing())
                .contains(vendor.name(), "works on and off", ": 6 changes, 3 min of trouble so far.");
        assertThat(told.get(6).at()).isEqualTo(at(56));
        assertThat(told.get(6).text().it()).contains("40 changes, 20 min of trouble in all");
        assertThat(unstable.condition()).isEqualTo(Condition.RECOVERING);
        assertThat(unstable.facts()).containsEntry("unstable", true);
        assertThat(world.all(vendor, BuiltInRule.VENDOR_DOWN)).hasSize(3);
    }

    @Test
    void whoAsksForTwoInARowIsToldNothingButHasBriefInterruptions() {
        tune(Map.of("fireAfter", 2, "recoverAfter", 2));

        observe(1, 40, UnsteadyVendorTest::byTurns);

        assertThat(world.outbox(vendor, BuiltInRule.VENDOR_DOWN)).isEmpty();
        assertThat(world.all(vendor, BuiltInRule.VENDOR_DOWN)).isEmpty();
        List<BriefInterruption> brief = alerts.briefInterruptions(List.of(vendor.id()), at(0), at(100));
        assertThat(brief).hasSize(20);
        assertThat(brief.getFirst())
                .extracting(BriefInterruption::startedAt, BriefInterruption::endedAt, BriefInterruption::alert)
                .containsExactly(at(1), at(2), null);
        assertThat(alerts.briefInterruptions(List.of(vendor.id()), at(2), at(4)))
                .hasSize(1);
        assertThat(alerts.briefInterruptions(List.of(), at(0), at(100))).isEmpty();
    }

    @Test
    void briefInterruptionsAreListedByVendor() {
        tune(Map.of("fireAfter", 2, "recoverAfter", 2));
        observe(1, 6, UnsteadyVendorTest::byTurns);
        String path = "/api/v1/vendors/" + vendor.slug() + "/brief-interruptions";

        String next = As.viewer()
                .get(path + "?limit=2")
                .then()
                .statusCode(200)
                .body("items.startedAt", contains(at(5).toString(), at(3).toString()))
                .body("items[0].rule", equalTo("vendor-down"))
                .extract()
                .path("next");
        As.viewer()
                .get(path + "?limit=2&after=" + next)
                .then()
                .body("items.startedAt", contains(at(1).toString()))
                .body("next", equalTo(null));
        As.viewer().get(path + "?from=" + at(5) + "&to=" + at(1)).then().statusCode(400);
        As.viewer()
                .get("/api/v1/vendors/nobody-at-all/brief-interruptions")
                .then()
                .statusCode(404);
    }

    private void observe(int from, int to, IntFunction<Outcome> outcomes) {
        IntStream.rangeClosed(from, to)
                .forEach(minute -> world.observe(observation(probe, at(minute), outcomes.apply(minute))));
    }

    private static Outcome byTurns(int minute) {
        return minute % 2 == 1 ? Outcome.DOWN : Outcome.UP;
    }

    private void tune(@Nullable Map<String, Object> settings) {
        AlertRule outage = rules.list().stream()
                .filter(rule -> rule.name().equals("vendor-down"))
                .findFirst()
                .orElseThrow();
        rules.change(outage.id(), null, new AlertRuleChange(null, null, settings, null, null, null));
    }

    private Instant at(int minute) {
        return start.plus(Duration.ofMinutes(minute));
    }
}
