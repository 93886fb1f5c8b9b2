package io.bellwether.alert;

import static io.bellwether.alert.AlertWorld.observation;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.core.Outcome;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees to an alert, and how he leaves off. */
@QuarkusTest
class AlertCareApiTest {

    private final AlertWorld world;
    private final Clock clock;
    private Vendor vendor;
    private String alert;

    AlertCareApiTest(AlertWorld world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    @BeforeEach
    void somethingIsDown() {
        vendor = world.vendor();
        world.observe(observation(
                world.probe(vendor, "http"),
                clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(1)),
                Outcome.DOWN));
        alert = "/api/v1/alerts/" + world.only(vendor, BuiltInRule.VENDOR_DOWN).id();
    }

    @Test
    void anAlertIsAssignedReassignedAndGivenUp() {
        assign("Ida@Example.com").statusCode(201).body("assignee", equalTo("ida@example.com"));
        assign("max@example.com").body("assignee", equalTo("max@example.com"));
        assign("max@example.com").body("timeline.kind", contains("FIRING", "ASSIGNED", "ASSIGNED"));

        As.owner()
                .delete(alert + "/assignments")
                .then()
                .statusCode(200)
                .body("assignee", nullValue())
                .body("timeline.kind", hasItem("UNASSIGNED"))
                .body("timeline.text", hasItem("to ida@example.com"));
        As.admin().get("/api/v1/audit").then().body("items.action", hasItem("alert.unassigned"));
    }

    @Test
    void alertsAreListedByWhoSeesToThem() {
        listed("none").body("items", contains(notNullValue()));
        assign("ida@example.com");

        listed("IDA@example.com").body("items.assignee", contains("ida@example.com"));
        listed("max@example.com").body("items", empty());
        listed("none").body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b@c"})
    void onlyAnAddressIsAssignedTo(String to) {
        assign(to).statusCode(400).body("errors.pointer", hasItem("/to"));
    }

    @Test
    void nobodyIsAssignedToWhatThereIsNot() {
        As.owner()
                .body(Map.of("to", "ida@example.com"))
                .post("/api/v1/alerts/" + UUID.randomUUID() + "/assignments")
                .then()
                .statusCode(404);
        As.viewer()
                .body(Map.of("to", "ida@example.com"))
                .post(alert + "/assignments")
                .then()
                .statusCode(403);
    }

    @Test
    void anAcknowledgementIsTakenBack() {
        As.owner().delete(alert + "/acknowledgements").then().statusCode(409);
        As.owner()
                .body(Map.of("note", "on it"))
                .post(alert + "/acknowledgements")
                .then()
                .statusCode(201);
        As.owner().delete(alert + "/snoozes").then().statusCode(409);

        As.owner()
                .delete(alert + "/acknowledgements")
                .then()
                .statusCode(200)
                .body("handling", equalTo("NEW"))
                .body("handledBy", nullValue())
                .body("timeline.kind", contains("FIRING", "ACKNOWLEDGED", "UNACKNOWLEDGED"));
    }

    @Test
    void aSnoozeIsTakenBack() {
        String until = clock.instant().plus(Duration.ofHours(1)).toString();
        As.owner().body(Map.of("until", until)).post(alert + "/snoozes").then().statusCode(201);

        As.owner()
                .delete(alert + "/snoozes")
                .then()
                .statusCode(200)
                .body("handling", equalTo("NEW"))
                .body("handlingUntil", nullValue())
                .body("timeline.kind", contains("FIRING", "SNOOZED", "UNSNOOZED"));
    }

    private ValidatableResponse assign(String to) {
        return As.owner().body(Map.of("to", to)).post(alert + "/assignments").then();
    }

    private ValidatableResponse listed(String assignee) {
        return As.viewer()
                .get("/api/v1/alerts?vendor=" + vendor.slug() + "&assignee=" + assignee)
                .then()
                .statusCode(200);
    }
}
