package io.bellwether.health.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.bellwether.As;
import io.bellwether.core.Dimension;
import io.bellwether.core.Outcome;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HonestyStoryTest {

    private static final Map<String, Object> OPEN = Map.of("incidents", List.of(Map.of("level", "degraded")));
    private static final Map<String, Object> OVER =
            Map.of("incidents", List.of(Map.of("level", "degraded", "resolvedAt", "2026-01-01T00:00:00Z")));

    private final TwoFacedVendor vendor;
    private final HonestyJob job;
    private final PageClaims claims;
    private final Facts facts;

    HonestyStoryTest(TwoFacedVendor vendor, HonestyJob job, PageClaims claims, Facts facts) {
        this.vendor = vendor;
        this.job = job;
        this.claims = claims;
        this.facts = facts;
    }

    /** Down for half an hour, which the page tells of from minute 39, and again for ten minutes, which it denies. */
    @BeforeEach
    void twoOutages() {
        vendor.register();
        vendor.service(0, 30, Outcome.UP);
        vendor.service(30, 60, Outcome.DOWN);
        vendor.service(60, 90, Outcome.UP);
        vendor.service(90, 100, Outcome.DOWN);
        vendor.service(100, 120, Outcome.UP);
        vendor.page(0, 40, Outcome.UP, Map.of());
        vendor.page(40, 50, Outcome.DEGRADED, OPEN);
        vendor.page(50, 60, Outcome.UP, OPEN);
        vendor.page(60, 70, Outcome.UP, OVER);
        vendor.page(70, 80, Outcome.UP, Map.of("declared", "maintenance"));
        vendor.page(80, 110, Outcome.UP, Map.of());
        vendor.page(110, 120, Outcome.UNKNOWN, Map.of());
        vendor.posts(39, 58, 40);
    }

    @Test
    void tellsWhatThePageAdmittedOverRest() {
        story(ask().get(path()).then().statusCode(200))
                .body("vendor", is(vendor.slug()))
                .body("method", is("honesty-1"))
                .body("text.it", containsString("admitted 21 of 40 minutes down in 2 judged outages"))
                .body("text.marketing", containsString("kept quiet about 1 of 2 interruptions"))
                .body("source", startsWith(path()));
    }

    @Test
    void remembersWhatThePageSaidWhenObservationsAreGone() {
        claims.keep(vendor.at(120).plus(Duration.ofDays(2)));
        vendor.forgetReadings();

        story(ask().get(path()).then().statusCode(200));
    }

    @Test
    void recordsOnceThatAnOutageEndedWithoutHavingBeenAdmitted() {
        job.run();
        job.run();

        assertThat(unadmitted())
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.occurredAt()).isEqualTo(vendor.at(100));
                    assertThat(fact.detail())
                            .containsEntry("startedAt", vendor.at(90).toString())
                            .containsEntry("unadmittedMinutes", 10.0);
                    assertThat(fact.source()).startsWith(path());
                })
                .extracting(Fact::value)
                .isNull();
    }

    @Test
    void recordsNothingBeforeAPageWasReadAfterTheOutage() {
        vendor.register();
        vendor.service(0, 30, Outcome.UP);
        vendor.service(30, 60, Outcome.DOWN);
        vendor.service(60, 120, Outcome.UP);
        vendor.page(0, 60, Outcome.UP, Map.of());
        job.run();
        assertThat(unadmitted()).isEmpty();

        vendor.page(60, 62, Outcome.UP, Map.of());
        job.run();
        assertThat(unadmitted()).hasSize(1);
    }

    @Test
    void holdsAgreedMaintenanceAgainstNobody() {
        As.operator()
                .body(Map.of(
                        "vendor", vendor.slug(),
                        "startsAt", vendor.at(85).toString(),
                        "endsAt", vendor.at(105).toString(),
                        "reason", "Move"))
                .post("/api/v1/maintenance-windows")
                .then()
                .statusCode(201);

        ask().get(path())
                .then()
                .statusCode(200)
                .body("measuredDownMinutes", is(30f))
                .body("judgedOutages", is(1));
        job.run();
        assertThat(unadmitted()).isEmpty();
    }

    @Test
    void isPartOfTheVendorsHealthAndPage() {
        As.viewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/health")
                .then()
                .statusCode(200)
                .body("honesty.source", startsWith(path()))
                .body("honesty.text.it", not(empty()))
                .body(
                        "dimensions.uptime.drivers.find { it.signal == 'status-page-contradiction' }.text.it",
                        containsString("during 2 outages"));
        As.viewer().get("/vendors/" + vendor.slug()).then().statusCode(200).body(containsString("status-page-title"));
    }

    @Test
    void answersForAQuarterAndRefusesWhatIsNone() {
        As.viewer().get(path()).then().statusCode(200).body("from", containsString("-01T00:00:00Z"));
        As.viewer()
                .get(path() + "?period=2026-Q3")
                .then()
                .statusCode(200)
                .body("from", is("2026-07-01T00:00:00Z"))
                .body("grade", nullValue())
                .body("ungraded", is("NOTHING_TO_ADMIT"));
        As.viewer().get(path() + "?period=2026-Q5").then().statusCode(400).body("errors.pointer", contains("period"));
        As.viewer().get(path() + "?period=9999-Q1").then().statusCode(400).body("errors.pointer", contains("period"));
        As.viewer().get("/api/v1/vendors/nobody/status-page-honesty").then().statusCode(404);
        As.nobody().get(path()).then().statusCode(401);
    }

    private static ValidatableResponse story(ValidatableResponse answer) {
        return answer.body("measuredDownMinutes", is(40f))
                .body("admittedMinutes", is(21f))
                .body("unadmittedMinutes", is(19f))
                .body("unknownMinutes", is(0f))
                .body("medianDelayMinutes", is(9f))
                .body("judgedOutages", is(2))
                .body("admittedWithoutMeasurementMinutes", is(12f))
                .body("backdatedPosts", is(0))
                .body("grade", is("C"))
                .body("score", is(67))
                .body("outages.delayMinutes", contains(is(9f), nullValue()))
                .body("outages[0].incident.title", is("Errors"))
                .body("outages[1].admittedAt", nullValue());
    }

    private List<Fact> unadmitted() {
        return facts.current(vendor.id(), Dimension.UPTIME).stream()
                .filter(fact -> fact.signal().equals("outage-unadmitted"))
                .toList();
    }

    private RequestSpecification ask() {
        return As.viewer()
                .queryParam("from", vendor.at(0).toString())
                .queryParam("to", vendor.at(120).toString());
    }

    private String path() {
        return "/api/v1/vendors/" + vendor.slug() + "/status-page-honesty";
    }
}
