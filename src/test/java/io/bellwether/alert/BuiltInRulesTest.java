package io.bellwether.alert;

import static io.bellwether.Samples.observation;
import static io.bellwether.alert.AlertWorld.check;
import static io.bellwether.alert.AlertWorld.filing;
import static io.bellwether.alert.AlertWorld.observation;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.As;
import io.bellwether.core.Cause;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.score.Trend;
import io.bellwether.core.score.slip.Slip;
import io.bellwether.core.slo.BurnRate;
import io.bellwether.core.slo.BurnRule;
import io.bellwether.slo.BudgetChecked;
import io.bellwether.slo.NewObjective;
import io.bellwether.slo.ObjectiveKind;
import io.bellwether.slo.ObjectiveWindow;
import io.bellwether.slo.Objectives;
import io.bellwether.slo.ServiceObjective;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each built-in rule from what is stored to what is told. */
@QuarkusTest
class BuiltInRulesTest {

    private final AlertWorld world;
    private final AlertUpkeep upkeep;
    private final Alerts alerts;
    private final Objectives objectives;
    private final Event<BudgetChecked> checked;
    private final Clock clock;
    private Instant start;

    BuiltInRulesTest(
            AlertWorld world,
            AlertUpkeep upkeep,
            Alerts alerts,
            Objectives objectives,
            Event<BudgetChecked> checked,
            Clock clock) {
        this.world = world;
        this.upkeep = upkeep;
        this.alerts = alerts;
        this.objectives = objectives;
        this.checked = checked;
        this.clock = clock;
    }

    @BeforeEach
    void aWhileAgo() {
        start = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(2));
    }

    @Test
    void slownessIsMeasuredByTheProbesOwnBaseline() {
        Vendor vendor = world.vendor();
        ConfiguredProbe probe = world.probe(vendor, "http");
        IntStream.range(0, 25).forEach(minute -> answer(probe, minute, 200));

        answer(probe, 25, 1000);
        answer(probe, 26, 1000);
        assertThat(world.all(vendor, BuiltInRule.VENDOR_SLOW)).isEmpty();
        answer(probe, 27, 1000);
        Alert slow = world.only(vendor, BuiltInRule.VENDOR_SLOW);
        IntStream.range(28, 31).forEach(minute -> answer(probe, minute, 220));

        assertThat(slow.condition()).isEqualTo(Condition.FIRING);
        assertThat(slow.text().marketing()).contains("1.0 s", "0.2 s", "5.0 times as long");
        assertThat(slow.suppressedBy()).isEmpty();
        assertThat(world.only(vendor, BuiltInRule.VENDOR_SLOW).condition()).isEqualTo(Condition.RESOLVED);
        assertThat(world.outbox(vendor, BuiltInRule.VENDOR_SLOW)).hasSize(2);
    }

    @Test
    void aVendorIsJudgedByTheNumbersThatItsOwnerHasSetWithinTheBounds() {
        Vendor vendor = world.vendor();
        ConfiguredProbe probe = world.probe(vendor, "http");
        String rule = "/api/v1/alert-rules/" + RuleWorld.builtIn(BuiltInRule.VENDOR_DOWN);
        String own = rule + "/overrides/" + vendor.slug();
        Map<String, Object> three = Map.of("settings", Map.of("fireAfter", 3));
        try {
            As.operator().body(three).put(own).then().statusCode(400);
            As.operator()
                    .body(Map.of("bounds", Map.of("fireAfter", Map.of("min", 1, "max", 3))))
                    .put(rule)
                    .then()
                    .statusCode(200);
            As.operator().body(three).put(own).then().statusCode(200);
            As.operator()
                    .body(Map.of("bounds", Map.of("fireAfter", Map.of("min", 1, "max", 2))))
                    .put(rule)
                    .then()
                    .statusCode(409);

            IntStream.range(0, 2).forEach(minute -> world.observe(observation(probe, at(minute), Outcome.DOWN)));
            assertThat(world.only(vendor, BuiltInRule.VENDOR_DOWN).condition()).isEqualTo(Condition.PENDING);
            world.observe(observation(probe, at(2), Outcome.DOWN));
            assertThat(world.only(vendor, BuiltInRule.VENDOR_DOWN).condition()).isEqualTo(Condition.FIRING);
        } finally {
            As.operator().delete(own).then().statusCode(204);
            As.operator().body(Map.of()).put(rule).then().statusCode(200);
        }
    }

    @Test
    void anOutageSuppressesTheSlownessItExplains() {
        Vendor vendor = world.vendor();
        ConfiguredProbe slow = world.probe(vendor, "http");
        IntStream.range(0, 3)
                .forEach(minute -> world.observe(observation(slow, at(minute), Outcome.DEGRADED, Cause.SLOW, 3000)));

        world.observe(observation(world.probe(vendor, "http"), at(0), Outcome.DOWN));

        Alert outage = world.only(vendor, BuiltInRule.VENDOR_DOWN);
        assertThat(world.only(vendor, BuiltInRule.VENDOR_SLOW).suppressedBy())
                .containsExactly("inhibited-by:" + outage.id());
        assertThat(outage.suppressedBy()).isEmpty();
    }

    @Test
    void aTransitionHasTheLabelsThatRoutesMatch() {
        Vendor vendor = world.vendor();
        ConfiguredProbe probe = world.probe(vendor, "http");

        world.observe(observation(probe, at(0), Outcome.DOWN));

        assertThat(world.outbox(vendor, BuiltInRule.VENDOR_DOWN))
                .singleElement()
                .satisfies(told -> assertThat(told.labels())
                        .containsOnly(
                                Map.entry("alertname", "vendor-down"),
                                Map.entry("vendor", vendor.slug()),
                                Map.entry("instance", probe.id().toString()),
                                Map.entry("tier", "standard"),
                                Map.entry("domain", "uptime"),
                                Map.entry("severity", "critical")));
    }

    @Test
    void aPageThatDeniesAnOutageIsContradictedUntilItAdmits() {
        Vendor vendor = world.vendor();
        ConfiguredProbe service = world.probe(vendor, "http");
        ConfiguredProbe page = world.probe(vendor, "statuspage");
        world.observe(observation(page, at(0), Outcome.UP));

        world.observe(observation(service, at(0), Outcome.DOWN));
        assertThat(world.all(vendor, BuiltInRule.STATUS_PAGE_CONTRADICTS)).isEmpty();
        world.observe(observation(page, at(1), Outcome.UP));
        Alert contradiction = world.only(vendor, BuiltInRule.STATUS_PAGE_CONTRADICTS);
        world.observe(observation(page, at(2), Outcome.DOWN, Cause.DECLARED, 100));
        world.observe(observation(page, at(3), Outcome.DOWN, Cause.DECLARED, 100));

        assertThat(contradiction.condition()).isEqualTo(Condition.FIRING);
        assertThat(contradiction.text().marketing()).contains("tells everybody that all is well", "1 min so far");
        assertThat(world.only(vendor, BuiltInRule.STATUS_PAGE_CONTRADICTS).condition())
                .isEqualTo(Condition.RESOLVED);
        assertThat(world.only(vendor, BuiltInRule.VENDOR_DOWN).condition()).isEqualTo(Condition.FIRING);
    }

    @Test
    void aCertificateTurnsCriticalByWaitingAndIsOverWhenRenewed() {
        Vendor vendor = world.vendor();
        Instant notAfter = start.plus(Duration.ofDays(20));
        world.learn(vendor, start, certificate("WARN", 90, notAfter));
        Alert warning = world.only(vendor, BuiltInRule.CERTIFICATE_EXPIRING);

        world.sql(
                "UPDATE fact SET detail = jsonb_set(detail, '{lifetimeDays}', '3000') WHERE vendor_id = ?",
                vendor.id());
        world.sql(
                "UPDATE alert_episode SET facts = jsonb_set(facts, '{criticalAt}', to_jsonb(?::text)) WHERE id = ?",
                start.toString(),
                warning.id());
        upkeep.run();
        upkeep.run();
        Alert critical = world.only(vendor, BuiltInRule.CERTIFICATE_EXPIRING);
        world.learn(vendor, start.plusSeconds(60), certificate("PASS", 90, start.plus(Duration.ofDays(90))));

        assertThat(warning.severity()).isEqualTo(Severity.WARNING);
        assertThat(warning.text().it()).contains("www.example.org", "19 days left");
        assertThat(critical.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(world.only(vendor, BuiltInRule.CERTIFICATE_EXPIRING).condition())
                .isEqualTo(Condition.RESOLVED);
        assertThat(world.outbox(vendor, BuiltInRule.CERTIFICATE_EXPIRING))
                .extracting(AlertTransition::kind)
                .containsExactly("FIRING", "SEVERITY_CHANGED", "RESOLVED");
        AlertTransition raised =
                world.outbox(vendor, BuiltInRule.CERTIFICATE_EXPIRING).get(1);
        assertThat(raised.text().it()).contains("is now CRITICAL");
        assertThat(raised.text().marketing()).startsWith("This has become urgent.");
        assertThat(raised.facts()).containsEntry("severityBefore", "WARNING").containsEntry("moreSerious", true);
    }

    @Test
    void aDomainIsCriticalWhenItsProbeCallsItUrgentAndOverWhenRenewed() {
        Vendor vendor = world.vendor();
        world.learn(vendor, at(0), domain("WARN", at(0).plus(Duration.ofDays(20))));
        Alert warning = world.only(vendor, BuiltInRule.DOMAIN_EXPIRING);
        world.learn(vendor, at(1), domain("FAIL", at(0).plus(Duration.ofDays(3))));
        Alert critical = world.only(vendor, BuiltInRule.DOMAIN_EXPIRING);
        world.learn(vendor, at(2), domain("NOT_APPLICABLE", at(0).plus(Duration.ofDays(3))));
        Alert unsaid = world.only(vendor, BuiltInRule.DOMAIN_EXPIRING);
        world.learn(vendor, at(3), domain("PASS", at(0).plus(Duration.ofDays(365))));

        assertThat(warning.severity()).isEqualTo(Severity.WARNING);
        assertThat(warning.text().marketing()).contains("internet address example.org", "19 days left");
        assertThat(critical.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(unsaid.condition()).isEqualTo(Condition.FIRING);
        assertThat(world.only(vendor, BuiltInRule.DOMAIN_EXPIRING).condition()).isEqualTo(Condition.RESOLVED);
        assertThat(world.all(vendor, BuiltInRule.POSTURE_WORSE)).isEmpty();
    }

    @Test
    void postureIsWorseWhenACheckThatPassedFails() {
        Vendor vendor = world.vendor();
        world.learn(vendor, at(0), check("tls-chain", "FAIL", at(0), Map.of()));
        world.learn(vendor, at(0), check("tls-host-name", "PASS", at(0), Map.of()));
        world.learn(vendor, at(1), check("tls-host-name", "UNKNOWN", at(1), Map.of()));
        assertThat(world.all(vendor, BuiltInRule.POSTURE_WORSE)).isEmpty();

        world.learn(vendor, at(2), check("tls-host-name", "FAIL", at(2), Map.of()));
        Alert worse = world.only(vendor, BuiltInRule.POSTURE_WORSE);
        world.learn(vendor, at(3), check("tls-host-name", "PASS", at(3), Map.of()));

        assertThat(worse.text().it()).contains("went from PASS to FAIL", "tls-host-name");
        assertThat(world.only(vendor, BuiltInRule.POSTURE_WORSE).condition()).isEqualTo(Condition.RESOLVED);
    }

    @Test
    void filingsOfOneKindShareOneAlertUntilSomebodyHasReadThemAll() {
        Vendor vendor = world.vendor();
        Instant longAgo = start.minus(Duration.ofDays(1000));
        world.learn(
                vendor,
                at(0),
                filing("filing-8k-1.03", "0001-1", longAgo),
                filing("filing-8k-4.02", "0001-2", longAgo));
        Alert bankruptcy = world.only(vendor, BuiltInRule.FILING_EVENT);
        alerts.acknowledge(bankruptcy.id(), "talked to them", null);
        world.learn(vendor, at(1), filing("filing-8k-1.03", "0001-3", at(1)));
        Alert again = world.only(vendor, BuiltInRule.FILING_EVENT);
        upkeep.run();
        assertThat(world.only(vendor, BuiltInRule.FILING_EVENT).condition()).isEqualTo(Condition.FIRING);

        alerts.acknowledge(bankruptcy.id(), "left the vendor", null);
        world.sql("UPDATE alert_episode SET handled_at = handled_at - interval '31 days' WHERE id = ?", again.id());
        upkeep.run();

        assertThat(bankruptcy.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(bankruptcy.text().marketing()).contains("It has filed for bankruptcy protection.");
        assertThat(again.handling()).isEqualTo(Handling.NEW);
        assertThat((List<?>) again.facts().get("filings")).hasSize(2);
        assertThat(world.only(vendor, BuiltInRule.FILING_EVENT).condition()).isEqualTo(Condition.RESOLVED);
        assertThat(world.outbox(vendor, BuiltInRule.FILING_EVENT))
                .extracting(AlertTransition::kind)
                .containsExactly("FIRING", "RESOLVED");
    }

    @Test
    void aHardFactIsASlipUntilADayHasGoneWell() {
        Vendor vendor = world.vendor();
        world.assess(vendor, start, 20, Trend.SLIPPING, "bankruptcy filing");
        world.assess(vendor, at(1), 20, Trend.SLIPPING, "bankruptcy filing");
        Alert slipping = world.only(vendor, BuiltInRule.VIABILITY_SLIPPING);
        world.assess(vendor, at(2), 80, Trend.STEADY, null);
        world.assess(vendor, at(3), 80, Trend.STEADY, null);
        Alert better = world.only(vendor, BuiltInRule.VIABILITY_SLIPPING);
        world.assess(vendor, at(2).plus(Duration.ofDays(1)), 80, Trend.STEADY, null);

        assertThat(slipping.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(slipping.text().marketing())
                .contains("20 of 100 points", "the main reason: it has filed for bankruptcy", "It failed often.");
        assertThat(better.condition()).isEqualTo(Condition.RECOVERING);
        assertThat(world.only(vendor, BuiltInRule.VIABILITY_SLIPPING).condition())
                .isEqualTo(Condition.RESOLVED);
        assertThat(world.outbox(vendor, BuiltInRule.VIABILITY_SLIPPING)).hasSize(2);
    }

    @Test
    void aSlowSlipIsMeasuredFromWhatWasUsualBeforeIt() {
        Vendor vendor = world.vendor();
        LocalDate since = LocalDate.ofInstant(start, ZoneOffset.UTC).minusWeeks(9);
        Slip slip = new Slip(since, 88.5, 80, 8.5, 60, null, new Voices("IT.", "Business."));

        world.assess(vendor, start, 80, Trend.SLIPPING, null, slip);

        Alert slipping = world.only(vendor, BuiltInRule.VIABILITY_SLIPPING);
        assertThat(slipping.condition()).isEqualTo(Condition.FIRING);
        assertThat(slipping.facts()).containsEntry("indexNow", 80).containsEntry("indexBefore", 88);
    }

    @Test
    void anErrorBudgetBurnsUntilFiveMinutesAreCalmOrItsObjectiveIsGone() {
        Vendor vendor = world.vendor();
        ServiceObjective objective = objectives.create(
                vendor.slug(),
                new NewObjective(
                        null, null, ObjectiveKind.AVAILABILITY, 0.999, null, new ObjectiveWindow(28, null, null)));

        burn(objective, 0, BurnRate.State.BURNING);
        Alert burning = world.only(vendor, BuiltInRule.ERROR_BUDGET_BURN);
        IntStream.rangeClosed(1, 4).forEach(minute -> burn(objective, minute, BurnRate.State.CALM));
        burn(objective, 5, BurnRate.State.UNKNOWN);
        Alert dark = world.only(vendor, BuiltInRule.ERROR_BUDGET_BURN);
        burn(objective, 6, BurnRate.State.CALM);
        Alert calm = world.only(vendor, BuiltInRule.ERROR_BUDGET_BURN);
        burn(objective, 7, BurnRate.State.BURNING);
        objectives.remove(objective.id(), null);
        upkeep.run();

        assertThat(burning.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(burning.facts()).containsEntry("longRate", "20").containsEntry("totalMinutes", "40.3");
        assertThat(dark.condition()).isEqualTo(Condition.RECOVERING);
        assertThat(calm.condition()).isEqualTo(Condition.RESOLVED);
        assertThat(world.all(vendor, BuiltInRule.ERROR_BUDGET_BURN))
                .hasSize(2)
                .allMatch(alert -> alert.condition() == Condition.RESOLVED);
    }

    private void burn(ServiceObjective objective, int minute, BurnRate.State state) {
        BurnRule rule = BurnRule.STANDARD.getFirst();
        BurnRate rate = new BurnRate(rule, rule.shortWindow(), state, 20, 30, "So it is.");
        QuarkusTransaction.requiringNew()
                .run(() -> checked.fire(new BudgetChecked(objective, at(minute), List.of(rate))));
    }

    private void answer(ConfiguredProbe probe, int minute, double duration) {
        world.observe(observation(probe, at(minute), Outcome.UP, Cause.OK, duration));
    }

    private Finding certificate(String value, int lifetimeDays, Instant notAfter) {
        return check(
                CertificateRule.SIGNAL,
                value,
                start,
                Map.of("host", "www.example.org", "lifetimeDays", lifetimeDays, "notAfter", notAfter.toString()));
    }

    private Finding domain(String value, Instant expiresAt) {
        return check(
                DomainRule.SIGNAL,
                value,
                start,
                Map.of("domain", "example.org", "expiresAt", expiresAt.toString(), "daysLeft", 20));
    }

    private Instant at(int minute) {
        return start.plus(Duration.ofMinutes(minute));
    }
}
