package io.bellwether.alert;

import static io.bellwether.alert.AlertWorld.observation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.bellwether.As;
import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Severity;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why alerts are not told now. */
@QuarkusTest
class MutedAlertsTest {

    private final AlertWorld world;
    private final AlertUpkeep upkeep;
    private final OwnEgress egress;
    private final Clock clock;
    private Instant now;
    private Vendor acme;

    MutedAlertsTest(AlertWorld world, AlertUpkeep upkeep, OwnEgress egress, Clock clock) {
        this.world = world;
        this.upkeep = upkeep;
        this.egress = egress;
        this.clock = clock;
    }

    @BeforeEach
    void aVendor() {
        now = clock.instant();
        acme = world.vendor();
    }

    @AfterEach
    void ourNetworkWorks() {
        egress.learn(new OwnEgress.Report("", 0, false, clock.instant()));
    }

    @Test
    void maintenanceMutesWhatItBreaksAndNothingElse() {
        String window = window(Map.of("endsAt", now.plusSeconds(600).toString()))
                .statusCode(201)
                .body("mutesAlerts", equalTo(true))
                .extract()
                .path("id");
        world.learn(
                acme, now.minusSeconds(60), AlertWorld.check("tls-host-name", "PASS", now.minusSeconds(60), Map.of()));
        world.learn(acme, now, AlertWorld.check("tls-host-name", "FAIL", now, Map.of()));

        assertThat(down(acme).suppressedBy()).containsExactly("maintenance:" + window);
        assertThat(world.only(acme, BuiltInRule.POSTURE_WORSE).suppressedBy()).isEmpty();

        patch(window, Map.of("mutesAlerts", false)).statusCode(200).body("excluded", equalTo(true));
        assertThat(world.only(acme, BuiltInRule.VENDOR_DOWN).suppressedBy()).isEmpty();
    }

    @Test
    void maintenanceThatComesBackMutesWhileItTakesPlace() {
        Map<String, Object> always = Map.of(
                "timeZone", "Europe/Berlin", "days", EnumSet.allOf(DayOfWeek.class), "from", "00:00", "to", "00:00");
        String window = window(Map.of("recurrence", always))
                .statusCode(201)
                .body("endsAt", equalTo(null))
                .body("recurrence.timeZone", equalTo("Europe/Berlin"))
                .extract()
                .path("id");
        As.admin()
                .get("/api/v1/audit?limit=1")
                .then()
                .body("items[0].action", equalTo("maintenance.create"))
                .body("items[0].reason", equalTo("New database"))
                .body("items[0].origin", equalTo("POST /api/v1/maintenance-windows"))
                .body("items[0].detail.recurrence.timeZone", equalTo("Europe/Berlin"));

        assertThat(down(acme).suppressedBy()).containsExactly("maintenance:" + window);

        patch(window, Map.of("endsAt", now.minusSeconds(1).toString())).statusCode(200);
        assertThat(world.only(acme, BuiltInRule.VENDOR_DOWN).suppressedBy()).isEmpty();
        window(Map.of()).statusCode(400).body("errors.pointer", contains("/endsAt"));
        window(Map.of("recurrence", Map.of("timeZone", "Mars/North", "dayOfMonth", 1, "from", "01:00", "to", "02:00")))
                .statusCode(400)
                .body("errors.pointer", contains("/recurrence/timeZone"));
    }

    @Test
    void anOutageOfTheCloudExplainsThoseThatRestOnIt() {
        Vendor cloud = world.vendor();
        Vendor shop = world.vendor();
        depends(acme, cloud.slug()).statusCode(200).body("dependsOn", contains(cloud.slug()));
        depends(shop, acme.slug()).statusCode(200);
        Alert cause = down(cloud);
        Alert muted = down(acme);

        assertThat(muted.suppressedBy()).containsExactly("inhibited-by:" + cause.id());
        assertThat(down(shop).suppressedBy())
                .containsExactlyInAnyOrder("inhibited-by:" + cause.id(), "inhibited-by:" + muted.id());
        assertThat(cause.suppressedBy()).isEmpty();
        As.viewer()
                .get(dependencies(acme))
                .then()
                .body("restsOn", contains(cloud.slug()))
                .body("dependants", contains(shop.slug()));
    }

    @Test
    void nobodyRestsOnItselfOrOnNobody() {
        Vendor cloud = world.vendor();
        depends(acme, cloud.slug()).statusCode(200);

        depends(cloud, acme.slug())
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/dependsOn/0"))
                .body("errors[0].detail", containsString(cloud.slug() + " → " + acme.slug() + " → " + cloud.slug()));
        depends(acme, acme.slug(), "nobody-at-all")
                .statusCode(400)
                .body("errors.pointer", contains("/dependsOn/0", "/dependsOn/1"));
        As.operator()
                .header("If-Match", "\"0\"")
                .body(Map.of("dependsOn", List.of()))
                .put(dependencies(acme))
                .then()
                .statusCode(412);
        As.viewer().get(dependencies(acme)).then().body("dependsOn", contains(cloud.slug()));
    }

    @Test
    void whenOurOwnNetworkIsBrokenNobodyElseIsToBlame() {
        egress.learn(new OwnEgress.Report("", 3, false, now));
        egress.learn(new OwnEgress.Report("", 3, false, now.plusSeconds(30)));

        Alert own = own();
        assertThat(own.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(own.vendor()).isNull();
        assertThat(own.labels()).containsEntry("class", "internal");
        assertThat(own.timeline()).extracting(Alert.TimelineEntry::kind).containsExactly("FIRING");
        assertThat(down(acme).suppressedBy()).containsExactly("inhibited-by:" + own.id());

        egress.learn(new OwnEgress.Report("", 3, true, now.plusSeconds(40)));
        assertThat(world.only(acme, BuiltInRule.VENDOR_DOWN).suppressedBy()).isEmpty();
        egress.learn(new OwnEgress.Report("", 0, true, now.plusSeconds(60)));
        assertThat(own().condition()).isEqualTo(Condition.RESOLVED);
    }

    @Test
    void aRuleThatIsSwitchedOffExplainsNothingAndItsAlertsEnd() {
        egress.learn(new OwnEgress.Report("", 3, false, now));
        assertThat(down(acme).suppressedBy()).containsExactly("inhibited-by:" + own().id());
        String rule = As.viewer().get("/api/v1/alert-rules").path("items.find { it.name == 'own-egress' }.id");

        As.operator().body(Map.of("enabled", false)).put("/api/v1/alert-rules/" + rule);
        try {
            assertThat(world.only(acme, BuiltInRule.VENDOR_DOWN).suppressedBy()).isEmpty();
            upkeep.run();
            assertThat(own().condition()).isEqualTo(Condition.RESOLVED);
        } finally {
            As.operator()
                    .body(Map.of())
                    .put("/api/v1/alert-rules/" + rule)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void aNodeThatSaysNothingAnyMoreIsNotBrokenForEver() {
        egress.learn(new OwnEgress.Report("", 3, false, now.minus(Duration.ofMinutes(6))));
        assertThat(own().condition()).isEqualTo(Condition.FIRING);

        upkeep.run();

        assertThat(own().condition()).isEqualTo(Condition.RESOLVED);
    }

    @Test
    void theRulesAreListedWithTheirReasons() {
        As.viewer()
                .get("/api/v1/inhibition-rules")
                .then()
                .statusCode(200)
                .body(
                        "items.name",
                        hasItems(
                                "outage-explains-slowness",
                                "outage-explains-burn",
                                "own-egress-explains-outages",
                                "outage-explains-dependants"))
                .body("items[0].equal", contains("vendor"))
                .body("items[0].causes", contains("alertname=\"vendor-down\""));
    }

    private Alert down(Vendor vendor) {
        world.observe(observation(world.probe(vendor, "http"), now, Outcome.DOWN));
        return world.only(vendor, BuiltInRule.VENDOR_DOWN);
    }

    private Alert own() {
        String newest = As.viewer()
                .get("/api/v1/alerts?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.rule == 'own-egress' }.id");
        return world.alert(newest);
    }

    private static ValidatableResponse depends(Vendor vendor, String... others) {
        return As.operator()
                .body(Map.of("dependsOn", List.of(others)))
                .put(dependencies(vendor))
                .then();
    }

    private static String dependencies(Vendor vendor) {
        return "/api/v1/vendors/" + vendor.slug() + "/dependencies";
    }

    private ValidatableResponse window(Map<String, Object> more) {
        Map<String, Object> window = new HashMap<>(more);
        window.put("vendor", acme.slug());
        window.put("startsAt", now.minus(Duration.ofDays(2)).toString());
        window.put("reason", "New database");
        return As.operator().body(window).post("/api/v1/maintenance-windows").then();
    }

    private static ValidatableResponse patch(String window, Map<String, Object> change) {
        return As.operator()
                .body(change)
                .patch("/api/v1/maintenance-windows/" + window)
                .then();
    }
}
