package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.As;
import io.bellwether.alert.AlertAssigned;
import io.bellwether.alert.AlertTransition;
import io.bellwether.alert.Alerts;
import io.bellwether.alert.Bellwether;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.platform.Outbox;
import io.bellwether.vendor.Vendor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are told because it is their own business, whatever the routes say. */
@QuarkusTest
class PersonalNewsTest {

    private final DeliveryWorld world;
    private final Notifications notifications;
    private final Alerts alerts;
    private final Outbox outbox;
    private final Event<AlertAssigned> assigned;
    private Vendor acme;

    PersonalNewsTest(
            DeliveryWorld world,
            Notifications notifications,
            Alerts alerts,
            Outbox outbox,
            Event<AlertAssigned> assigned) {
        this.world = world;
        this.notifications = notifications;
        this.alerts = alerts;
        this.outbox = outbox;
        this.assigned = assigned;
    }

    @BeforeEach
    void mail() {
        world.removeChannels();
        world.channel(new NewChannel("email", "owners", Map.of(), null, null, null));
        acme = world.vendor();
    }

    @AfterEach
    void noChannelIsLeft() {
        world.removeChannels();
    }

    @Test
    void whoIsGivenAnAlertIsToldSoAndOfItsEnd() {
        Incident incident = world.incident(acme).inTheRegister(world);
        world.sql("UPDATE alert_episode SET transitions = 5 WHERE id = ?", incident.id);

        give(incident, "Eve@example.com");

        assertThat(world.settled(incident, 1)).singleElement().satisfies(line -> {
            assertThat(line.receiver()).isEqualTo("eve@example.com");
            assertThat(line.reason()).startsWith("assigned to you by test OWNER");
            assertThat(line.title()).startsWith("Assigned to you by test OWNER. Still: ");
        });
        incident.resolves();
        await().until(() -> world.lines(incident).stream()
                .anyMatch(line ->
                        line.kind() == Happening.RESOLVED && line.receiver().equals("eve@example.com")));
    }

    @Test
    void whoHasQuietHoursIsToldAfterThem() {
        world.quietAlways("asleep@example.com");
        Incident incident = world.incident(acme).inTheRegister(world, "WARNING");

        give(incident, "asleep@example.com");

        await().until(() ->
                world.lines(incident).stream().anyMatch(line -> line.reason().contains("Held: quiet hours until")));
        world.quietNever("asleep@example.com");

        assertThat(world.settled(incident, 1).getFirst().state()).isEqualTo(IntentState.DELIVERED);
    }

    @Test
    void whoTakesAnAlertHimselfOrIsGivenOneThatIsOverIsNotTold() {
        Incident taken = world.incident(acme).inTheRegister(world);
        Incident over = world.incident(acme).inTheRegister(world).over(world);

        QuarkusTransaction.requiringNew()
                .run(() -> assigned.fire(
                        new AlertAssigned(alerts.require(taken.id), "eve@example.com", "Eve@example.com")));
        give(over, "eve@example.com");

        assertThat(world.lines(taken)).isEmpty();
        assertThat(world.lines(over)).isEmpty();
    }

    @Test
    void whoSetASilenceIsToldThatItEndsWhenHeIsKnown() {
        UUID known = silenceEnds("ida@example.com");
        UUID unknown = silenceEnds("stranger@example.com");

        await().until(() ->
                lines(known).stream().anyMatch(line -> line.receiver().equals("ida@example.com")));
        assertThat(lines(known))
                .filteredOn(line -> line.receiver().equals("ida@example.com"))
                .allMatch(line -> line.reason().startsWith("you set this silence"));
        await().until(() -> !lines(unknown).isEmpty());
        assertThat(lines(unknown)).noneMatch(line -> line.receiver().equals("stranger@example.com"));
    }

    private void give(Incident incident, String to) {
        As.owner()
                .body(Map.of("to", to))
                .post("/api/v1/alerts/" + incident.id + "/assignments")
                .then()
                .statusCode(201);
    }

    private UUID silenceEnds(String author) {
        UUID alert = UUID.randomUUID();
        AlertTransition begin = new AlertTransition(
                alert,
                1,
                "FIRING",
                Bellwether.ID,
                "silence-ending",
                Severity.INFO,
                Instant.now(),
                Map.of("alertname", "silence-ending", "instance", alert.toString()),
                Map.of("createdBy", author),
                new Voices("it", "business"));
        QuarkusTransaction.requiringNew().run(() -> outbox.add(AlertTransition.TOPIC, List.of(begin)));
        return alert;
    }

    private List<Notification> lines(UUID alert) {
        return notifications
                .list(new NotificationQuery(null, alert, null, 100, null))
                .items();
    }
}
