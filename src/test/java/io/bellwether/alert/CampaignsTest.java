package io.bellwether.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.bellwether.As;
import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.mute.QuietHours;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A warning is critical during a campaign, and a warning again afterwards. */
@QuarkusTest
class CampaignsTest {

    private static final String CAMPAIGNS = "/api/v1/campaigns";

    private final AlertWorld world;
    private final AlertUpkeep upkeep;
    private final Clock clock;
    private Vendor vendor;
    private Instant now;

    CampaignsTest(AlertWorld world, AlertUpkeep upkeep, Clock clock) {
        this.world = world;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    @BeforeEach
    void aVendor() {
        vendor = world.vendor();
        now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void whatFiresDuringACampaignIsCriticalAndFallsBack() {
        String campaign = running(vendor);

        world.learn(vendor, now.minusSeconds(60), AlertWorld.check("tls-host-name", "PASS", now, Map.of()));
        world.learn(vendor, now, AlertWorld.check("tls-host-name", "FAIL", now, Map.of()));
        Alert raised = posture();
        As.owner().delete(CAMPAIGNS + "/" + campaign).then().statusCode(204);
        upkeep.run();
        Alert fallen = posture();
        upkeep.run();

        assertThat(raised.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(raised.labels()).containsEntry("severity", "critical");
        assertThat(QuietHours.pierces(raised.severity(), raised.rule())).isTrue();
        assertThat(fallen.severity()).isEqualTo(Severity.WARNING);
        assertThat(world.outbox(vendor, BuiltInRule.POSTURE_WORSE))
                .extracting(told -> told.kind() + " " + told.severity())
                .containsExactly("FIRING CRITICAL", "SEVERITY_CHANGED WARNING");
    }

    @Test
    void whatFiredBeforeIsRaisedWhenTheCampaignBegins() {
        world.learn(vendor, now.minusSeconds(60), AlertWorld.check("tls-host-name", "PASS", now, Map.of()));
        world.learn(vendor, now, AlertWorld.check("tls-host-name", "FAIL", now, Map.of()));
        assertThat(posture().severity()).isEqualTo(Severity.WARNING);

        String campaign = running(vendor);
        upkeep.run();
        upkeep.run();
        Alert raised = posture();
        As.owner().delete(CAMPAIGNS + "/" + campaign).then().statusCode(204);
        upkeep.run();

        assertThat(raised.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(raised.facts()).containsEntry("severity", "CRITICAL");
        assertThat(posture().severity()).isEqualTo(Severity.WARNING);
        assertThat(world.outbox(vendor, BuiltInRule.POSTURE_WORSE))
                .extracting(AlertTransition::kind)
                .containsExactly("FIRING", "SEVERITY_CHANGED", "SEVERITY_CHANGED");
        assertThat(world.outbox(vendor, BuiltInRule.POSTURE_WORSE))
                .extracting(told -> told.facts().get("moreSerious"))
                .containsExactly(null, true, false);
    }

    @Test
    void whatIsCriticalByItselfStaysSo() {
        ConfiguredProbe probe = world.probe(vendor, "http");
        String campaign = running(vendor);

        world.observe(AlertWorld.observation(probe, now, Outcome.DOWN));
        As.owner().delete(CAMPAIGNS + "/" + campaign).then().statusCode(204);
        upkeep.run();

        assertThat(world.only(vendor, BuiltInRule.VENDOR_DOWN).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(world.outbox(vendor, BuiltInRule.VENDOR_DOWN)).hasSize(1);
    }

    @Test
    void otherVendorsAreNotConcerned() {
        running(world.vendor());

        world.learn(vendor, now.minusSeconds(60), AlertWorld.check("tls-host-name", "PASS", now, Map.of()));
        world.learn(vendor, now, AlertWorld.check("tls-host-name", "FAIL", now, Map.of()));
        upkeep.run();

        assertThat(posture().severity()).isEqualTo(Severity.WARNING);
    }

    /** The clocks of New York jump over 02:30 on 2027-03-14 and show 01:30 twice on 2027-11-07. */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-11-27T08:00:00, 2026-11-30T22:00:00, 2026-11-27T13:00:00Z, 2026-12-01T03:00:00Z",
        "America/New_York, 2027-03-14T02:30:00, 2027-03-15T00:00:00, 2027-03-14T07:30:00Z, 2027-03-15T04:00:00Z",
        "America/New_York, 2027-11-07T01:30:00, 2027-11-07T01:30:00, 2027-11-07T05:30:00Z, 2027-11-07T06:30:00Z"
    })
    void localTimesAreMeantAsTheClocksOfThePlaceShowThem(
            String zone, String from, String to, String startsAt, String endsAt) {
        create(vendor.slug(), from, to, zone)
                .statusCode(201)
                .body("startsAt", equalTo(startsAt))
                .body("endsAt", equalTo(endsAt))
                .body("from", equalTo(from))
                .body("timeZone", equalTo(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:00:00, 2026-11-27T08:00:00, Europe/Berlin, /to",
        "2027-03-28T02:15:00, 2027-03-28T03:10:00, Europe/Berlin, /to",
        "2026-11-27T08:00:00, 2028-11-28T08:00:00, Europe/Berlin, /to",
        "2026-11-27T08:00:00, 2026-11-28T08:00:00, Europe/Atlantis, /timeZone",
        "2026-11-27T08:00:00Z, 2026-11-28T08:00:00, Europe/Berlin, /from"
    })
    void aWrongTimeIsNamed(String from, String to, String zone, String pointer) {
        create(vendor.slug(), from, to, zone).statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    void aCampaignIsReadChangedAndOnRecord() {
        String id = create(vendor.slug(), "2027-01-01T00:00:00", "2027-01-02T00:00:00", "UTC")
                .statusCode(201)
                .extract()
                .path("id");

        create("nobody", "2027-01-01T00:00:00", "2027-01-02T00:00:00", "UTC")
                .statusCode(400)
                .body("errors.pointer", contains("/vendors/0"));
        As.viewer().get(CAMPAIGNS + "/" + id).then().body("vendors", contains(vendor.slug()));
        As.owner()
                .body(body(vendor.slug(), "2027-01-01T00:00:00", "2027-01-03T00:00:00", "UTC"))
                .put(CAMPAIGNS + "/" + id)
                .then()
                .statusCode(200)
                .body("endsAt", equalTo("2027-01-03T00:00:00Z"));
        As.viewer().body(Map.of()).post(CAMPAIGNS).then().statusCode(403);
        As.admin()
                .get("/api/v1/audit?limit=1")
                .then()
                .body("items[0].action", equalTo("campaign.change"))
                .body("items[0].subject", containsString(id));
    }

    private Alert posture() {
        return world.only(vendor, BuiltInRule.POSTURE_WORSE);
    }

    private String running(Vendor with) {
        LocalDateTime local = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return create(
                        with.slug(),
                        local.minusHours(1).toString(),
                        local.plus(Duration.ofHours(1)).toString(),
                        "UTC")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse create(String slug, String from, String to, String zone) {
        return As.owner().body(body(slug, from, to, zone)).post(CAMPAIGNS).then();
    }

    private static Map<String, Object> body(String slug, String from, String to, String zone) {
        return Map.of("name", "Black Friday", "vendors", List.of(slug), "from", from, "to", to, "timeZone", zone);
    }
}
