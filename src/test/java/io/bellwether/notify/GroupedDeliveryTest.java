package io.bellwether.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.As;
import io.bellwether.alert.Alerts;
import io.bellwether.alert.BriefInterruption;
import io.bellwether.alert.silence.NewSilence;
import io.bellwether.alert.silence.Silences;
import io.bellwether.notify.person.QuietTimes;
import io.bellwether.platform.Json;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told together, what waits, and what is not told. */
@QuarkusTest
class GroupedDeliveryTest {

    private final DeliveryWorld world;
    private final Silences silences;
    private final Notifications notifications;
    private final Alerts alerts;
    private final Json json;

    private Vendor acme;

    GroupedDeliveryTest(DeliveryWorld world, Silences silences, Notifications notifications, Alerts alerts, Json json) {
        this.world = world;
        this.silences = silences;
        this.notifications = notifications;
        this.alerts = alerts;
        this.json = json;
    }

    @BeforeEach
    void aVendorWithTwoOwners() {
        acme = world.vendor();
    }

    @BeforeEach
    @AfterEach
    void noChannelsAndRoutesAreLeft() {
        world.removeChannels();
    }

    @Test
    void aStormBecomesAFewMessagesOfWhichEachAlertIsInOne() {
        world.sink.accepts("/slack/storm");
        world.slack("/slack/storm");

        List<Incident> storm = IntStream.range(0, 200)
                .mapToObj(_ -> world.incident(acme).fires())
                .toList();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> storm.stream().allMatch(incident -> world.finished(incident, 1)));
        assertThat(storm).flatMap(world::states).hasSize(200).containsOnly(IntentState.DELIVERED);
        assertThat(world.sink.received("/slack/storm").size()).isLessThanOrEqualTo(8);
        var times = world.sink.received("/slack/storm").stream()
                .map(request -> request.getLoggedDate().toInstant())
                .sorted()
                .toList();
        assertThat(IntStream.range(1, times.size()).mapToObj(at -> Duration.between(times.get(at - 1), times.get(at))))
                .allMatch(gap -> gap.toMillis() >= 950);
    }

    @Test
    void alertsOfOneGroupThatFireWhileItWaitsGoIntoOneMessage() {
        world.sink.accepts("/hook/grouped");
        world.channel(
                new NewChannel("webhook", "grouped", Map.of("url", world.sink.url("/hook/grouped")), null, null, null));
        routes("grouped", "PT2S");

        Incident first = world.incidentNow(acme).fires();
        Incident second = world.incidentNow(acme).fires();
        world.settled(first, 1);
        world.settled(second, 1);

        assertThat(bodies("/hook/grouped"))
                .singleElement()
                .satisfies(body ->
                        assertThat(alerts(body)).containsExactlyInAnyOrder(first.id.toString(), second.id.toString()));
    }

    @Test
    void whatIsOverWhileItsGroupWaitsIsABriefInterruption() {
        world.sink.accepts("/hook/brief");
        world.channel(
                new NewChannel("webhook", "brief", Map.of("url", world.sink.url("/hook/brief")), null, null, null));
        routes("brief", "PT2S");

        Incident incident = world.incidentNow(acme).inTheRegister(world);
        incident.over(world).fires().resolves();

        assertThat(world.settled(incident, 2))
                .allMatch(line ->
                        line.state() == IntentState.SUPPRESSED && line.reason().contains("brief interruption"));
        assertThat(world.sink.received("/hook/brief")).isEmpty();
        assertThat(alerts.briefInterruptions(
                        List.of(acme.id()), Instant.EPOCH, Instant.now().plusSeconds(60)))
                .extracting(BriefInterruption::alert)
                .containsExactly(incident.id);
    }

    @Test
    void aSilencedAlertWaitsAndIsToldWhenTheSilenceEnds() {
        world.sink.accepts("/hook/silenced");
        world.webhook("/hook/silenced");
        UUID silence = silence();

        Incident incident = world.incident(acme).inTheRegister(world).fires();

        await().until(() ->
                world.lines(incident).stream().anyMatch(line -> line.reason().equals("Held: silence:" + silence)));
        assertThat(silences.require(silence).muted()).isEqualTo(1);
        silences.end(silence);
        assertThat(world.settled(incident, 1).getFirst().state()).isEqualTo(IntentState.DELIVERED);
        assertThat(bodies("/hook/silenced").getFirst().get("reason"))
                .asString()
                .contains("held back until now: silence:" + silence);
    }

    @Test
    void whatIsDownAfterMaintenanceIsToldThenAndWhatIsOverIsNot() {
        world.sink.accepts("/hook/maintained");
        world.webhook("/hook/maintained");
        world.sql("""
                INSERT INTO maintenance_window (id, vendor_id, starts_at, ends_at, reason, excluded, created_by, created_at)
                VALUES (gen_random_uuid(), ?, now() - interval '1 hour', now() + interval '1 hour', '', true, '', now())""", acme.id());

        Incident lasts = world.incident(acme).inTheRegister(world).fires();
        Incident ends = world.incident(acme).inTheRegister(world).fires();
        await().until(() -> heldFor(lasts, "maintenance:") && heldFor(ends, "maintenance:"));
        ends.resolves();
        world.settled(ends, 2);
        world.sql("UPDATE maintenance_window SET ends_at = now() WHERE vendor_id = ?", acme.id());

        assertThat(world.settled(lasts, 1).getFirst().state()).isEqualTo(IntentState.DELIVERED);
        assertThat(world.states(ends)).containsOnly(IntentState.SUPPRESSED);
        assertThat(world.sink.taken("/hook/maintained")).hasSize(1);
    }

    @Test
    void whatACauseExplainedIsToldWhenTheCauseIsOverFirst() {
        world.sink.accepts("/hook/caused");
        Vendor cloud = world.vendor();
        world.sql("INSERT INTO vendor_dependency VALUES (?, ?)", acme.id(), cloud.id());
        Incident cause = world.incident(cloud).inTheRegister(world);
        world.webhook("/hook/caused");

        Incident effect = world.incident(acme).inTheRegister(world).fires();
        await().until(() -> heldFor(effect, "inhibited-by:" + cause.id));
        cause.over(world);

        assertThat(world.settled(effect, 1).getFirst().state()).isEqualTo(IntentState.DELIVERED);
        assertThat(bodies("/hook/caused").getFirst().get("reason"))
                .asString()
                .contains("held back until now: inhibited-by:" + cause.id);
    }

    @Test
    void ofWhatComesAndGoesOneMessageIsToldToThoseWhoKnowIt() {
        world.sink.accepts("/hook/unstable");
        world.webhook("/hook/unstable");
        Incident incident = world.incident(acme).inTheRegister(world).fires();
        world.settled(incident, 1);

        incident.becomesUnstable();

        assertThat(world.settled(incident, 2)).extracting(Notification::state).containsOnly(IntentState.DELIVERED);
        assertThat(bodies("/hook/unstable").getLast())
                .containsEntry("kind", "UNSTABLE")
                .containsEntry("reason", "it comes and goes, or does so no more");
    }

    private boolean heldFor(Incident incident, String why) {
        return world.lines(incident).stream().anyMatch(line -> line.reason().startsWith("Held: " + why));
    }

    @Test
    void whatIsOverWhileItIsSilencedIsNotTold() {
        world.sink.accepts("/hook/hushed");
        world.webhook("/hook/hushed");
        UUID silence = silence();

        Incident incident = world.incident(acme).inTheRegister(world).fires();
        await().until(() -> !world.lines(incident).isEmpty());
        incident.resolves();

        assertThat(world.settled(incident, 2)).extracting(Notification::state).containsOnly(IntentState.SUPPRESSED);
        assertThat(world.sink.received("/hook/hushed")).isEmpty();
        silences.end(silence);
    }

    @Test
    void anEndIsToldOfASilencedAlertWhoseBeginWasTold() {
        world.sink.accepts("/hook/known");
        world.webhook("/hook/known");
        Incident incident = world.incident(acme).inTheRegister(world).fires();
        world.settled(incident, 1);
        UUID silence = silence();

        incident.resolves();

        assertThat(world.settled(incident, 2)).extracting(Notification::state).containsOnly(IntentState.DELIVERED);
        silences.end(silence);
    }

    @Test
    void aGroupIsToldAgainAfterItsRepeatIntervalUnlessSomebodyTakesCareOfIt() {
        world.sink.accepts("/hook/again");
        world.webhook("/hook/again");
        Incident open = world.incident(acme).inTheRegister(world).fires();
        Incident handled = world.incident(acme).inTheRegister(world).fires();
        world.settled(open, 1);
        world.settled(handled, 1);
        world.sql("UPDATE alert_episode SET handling = 'ACKNOWLEDGED' WHERE id = ?", handled.id);

        world.sql(
                "UPDATE alert_group SET told_at = told_at - interval '2 days', next_look = now() WHERE told IS NOT NULL");
        world.sql("UPDATE mailbox SET next_look = now() WHERE message IS NULL");

        await().until(() -> world.sink.received("/hook/again").size() == 3);
        Map<String, Object> repeat = bodies("/hook/again").getLast();
        assertThat(repeat).containsEntry("reason", "repeat");
        assertThat(alerts(repeat)).containsExactly(open.id.toString());
    }

    @Test
    void nothingIsReplayedThatLaterNewsHasTold() {
        world.sink.answers("/hook/since", aResponse().withStatus(500));
        world.webhook("/hook/since");
        Incident incident = world.incident(acme).fires();
        await().until(() -> !world.sink.received("/hook/since").isEmpty());
        world.sql("UPDATE intent SET expires_at = now() WHERE episode_id = ?", incident.id);
        Notification dead = world.settled(incident, 1).getFirst();
        world.sink.accepts("/hook/since");
        incident.resolves();
        world.settled(incident, 2);

        As.operator()
                .post("/api/v1/notifications/" + dead.id() + "/replays")
                .then()
                .statusCode(409);

        assertThat(bodies("/hook/since").getLast()).containsEntry("kind", "PASSED");
        assertThat(notifications.require(dead.id()).state()).isEqualTo(IntentState.DEAD);
    }

    @Test
    void aMailboxOfWhichNobodyCanMakeAMessageHoldsUpNoOther() {
        world.sink.accepts("/hook/garbled");
        world.webhook("/hook/garbled");
        Incident garbled = world.incident(acme).fires();
        world.settled(garbled, 1);
        world.sql("UPDATE alert_group SET told = '{\"nonsense\": 1}', next_look = now() WHERE told IS NOT NULL");
        world.sql("UPDATE mailbox SET next_look = now() WHERE message IS NULL");
        world.sink.accepts("/hook/healthy");
        world.webhook("/hook/healthy");

        Incident incident = world.incident(acme).fires();

        await().until(() -> world.states(incident).contains(IntentState.DELIVERED));
    }

    @Test
    void quietHoursHoldWhatCanWaitAndTellOfAllOfItAtOnceWhenTheyAreLifted() {
        world.sink.accepts("/slack/asleep");
        UUID channel = world.channel(new NewChannel(
                "slack", "asleep", Map.of("url", world.sink.url("/slack/asleep")), null, null, allDay()));

        Incident first = world.incident(acme).inTheRegister(world, "WARNING").fires();
        Incident second = world.incident(acme).inTheRegister(world, "WARNING").fires();
        Incident critical =
                world.incident(acme).inTheRegister(world, "CRITICAL").fires();
        world.settled(critical, 1);
        await().until(() -> held(first) && held(second));
        second.resolves();
        await().until(() -> world.lines(second).size() == 2);
        As.operator()
                .body(Map.of(
                        "kind", "slack", "name", "asleep", "settings", Map.of("url", world.sink.url("/slack/asleep"))))
                .put("/api/v1/channels/" + channel)
                .then()
                .statusCode(200);

        assertThat(world.settled(first, 1).getFirst().state()).isEqualTo(IntentState.DELIVERED);
        assertThat(world.settled(second, 2))
                .extracting(Notification::state)
                .containsExactly(IntentState.DELIVERED, IntentState.COALESCED);
        assertThat(world.sink.taken("/slack/asleep")).hasSize(2);
    }

    private boolean held(Incident incident) {
        return world.lines(incident).stream().anyMatch(line -> line.reason().startsWith("Held: quiet hours until "));
    }

    private static QuietTimes allDay() {
        return new QuietTimes(
                "UTC",
                List.of(new QuietTimes.Window(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
    }

    private UUID silence() {
        return silences.create(new NewSilence(
                        List.of("vendor=\"" + acme.slug() + "\""),
                        null,
                        Instant.now().plusSeconds(3600),
                        "works at the weekend"))
                .id();
    }

    private void routes(String channel, String wait) {
        As.operator()
                .body(Map.of(
                        "receivers", List.of(Map.of("name", "ops", "channels", List.of(channel))),
                        "route",
                                Map.of(
                                        "receiver", "ops",
                                        "groupBy", List.of("vendor"),
                                        "groupWait", wait,
                                        "groupInterval", "PT1S",
                                        "repeatInterval", "PT4H")))
                .put("/api/v1/routes")
                .then()
                .statusCode(200);
    }

    private List<Map<String, Object>> bodies(String path) {
        return world.sink.taken(path).stream()
                .map(request -> json.map(request.getBodyAsString()))
                .toList();
    }

    private static List<String> alerts(Map<String, Object> body) {
        return ((List<?>) body.get("alerts"))
                .stream()
                        .map(entry -> (Map<?, ?>) ((Map<?, ?>) entry).get("alert"))
                        .map(alert -> String.valueOf(alert.get("id")))
                        .toList();
    }
}
