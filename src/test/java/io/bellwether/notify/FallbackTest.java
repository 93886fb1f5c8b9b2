package io.bellwether.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.bellwether.As;
import io.bellwether.alert.Alert;
import io.bellwether.alert.Alerts;
import io.bellwether.alert.InternalAlert;
import io.bellwether.alert.InternalRule;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.escalation.Target;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Vendor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of messages, and who hears of it, when a channel is broken. */
@QuarkusTest
class FallbackTest {

    private final DeliveryWorld world;
    private final Notifications notifications;
    private final Alerts alerts;
    private final Callouts callouts;
    private final Intents intents;
    private Vendor acme;

    FallbackTest(DeliveryWorld world, Notifications notifications, Alerts alerts, Callouts callouts, Intents intents) {
        this.world = world;
        this.notifications = notifications;
        this.alerts = alerts;
        this.callouts = callouts;
        this.intents = intents;
    }

    @BeforeEach
    void aVendor() {
        acme = world.vendor();
    }

    @BeforeEach
    @AfterEach
    void noChannelsAndRoutesAreLeft() {
        world.removeChannels();
    }

    @Test
    void aBrokenChannelsMessagesGoThroughItsFallbackAndAreMarkedSo() {
        Instant begin = Instant.now().minusSeconds(1);
        world.sink.accepts("/hook/spare");
        world.sink.answers("/hook/gone", aResponse().withStatus(404));
        hook("/hook/spare", null);
        UUID gone = hook("/hook/gone", "/hook/spare");
        onlyTo("/hook/gone");

        Incident incident = world.incident(acme).inTheRegister(world).fires();

        List<Notification> lines = world.settled(incident, 2);
        Notification spare = lines.getFirst();
        Notification dead = lines.getLast();
        assertThat(dead.state()).isEqualTo(IntentState.DEAD);
        assertThat(dead.channel().id()).isEqualTo(gone);
        assertThat(dead.reason()).endsWith("The channel '/hook/spare' tells it instead.");
        assertThat(spare.state()).isEqualTo(IntentState.DELIVERED);
        assertThat(spare.insteadOf()).isEqualTo(dead.id());
        assertThat(world.sink.taken("/hook/spare"))
                .anySatisfy(request -> assertThat(request.getBodyAsString())
                        .contains("You get this because the channel '/hook/gone' is broken. technical begin"));
        assertThat(report(begin).unexplained()).isEmpty();
        assertThat(report(begin).instead()).isPositive();
    }

    @Test
    void whoHeardOfAnAlertThroughAFallbackHearsOfItsEndThoughTheChannelIsMended() {
        world.sink.accepts("/hook/helper");
        world.sink.answers("/hook/mended", aResponse().withStatus(404));
        hook("/hook/helper", null);
        hook("/hook/mended", "/hook/helper");
        onlyTo("/hook/mended");
        Incident incident = world.incident(acme).inTheRegister(world).fires();
        world.settled(incident, 2);

        world.sink.accepts("/hook/mended");
        incident.resolves();

        assertThat(world.settled(incident, 4))
                .filteredOn(line -> line.kind() == Happening.RESOLVED)
                .extracting(line -> line.channel().name(), Notification::state)
                .containsExactlyInAnyOrder(
                        tuple("/hook/helper", IntentState.DELIVERED), tuple("/hook/mended", IntentState.DELIVERED));
    }

    @Test
    void whatIsToldBesideTheRoutesKeepsItsCauseWhenAFallbackTellsIt() {
        world.sink.accepts("/hook/night");
        world.sink.answers("/hook/day", aResponse().withStatus(404));
        hook("/hook/night", null);
        hook("/hook/day", "/hook/night");
        Incident incident = world.incident(acme).inTheRegister(world);

        QuarkusTransaction.requiringNew()
                .run(() -> callouts.tell(incident.reminder(7), new Target.Place("/hook/day"), "escalation step 1"));

        assertThat(world.settled(incident, 2))
                .extracting(line -> line.channel().name(), Notification::state)
                .containsExactly(tuple("/hook/night", IntentState.DELIVERED), tuple("/hook/day", IntentState.DEAD));
        assertThat(world.lines(incident)).allMatch(line -> line.reason().startsWith("escalation step 1: "));
    }

    @Test
    void aFallbackThatReachesNobodyEitherIsSaid() {
        world.sink.answers("/hook/alone", aResponse().withStatus(404));
        world.channel(new NewChannel("email", "owners", Map.of(), null, null, null));
        UUID alone = hook("/hook/alone", "owners");
        onlyTo("/hook/alone");

        Incident incident =
                world.incident(world.vendor(Owners.NONE)).inTheRegister(world).fires();

        await().untilAsserted(() -> assertThat(world.lines(incident))
                .singleElement()
                .satisfies(line -> assertThat(line.reason())
                        .contains("Its fallback 'owners' reaches nobody either: ", "has no IT owner")));
        assertThat(world.states(incident)).containsExactly(IntentState.DEAD);
        assertThat(open(alone).orElseThrow().text().it())
                .contains("is broken: ", "Its fallback 'owners' reaches nobody either");
    }

    @Test
    void aFallbackThatIsSwitchedOffIsSaid() {
        world.sink.answers("/hook/left", aResponse().withStatus(404));
        world.channel(
                new NewChannel("webhook", "/hook/off", Map.of("url", world.sink.url("/hook/off")), null, false, null));
        UUID left = hook("/hook/left", "/hook/off");
        onlyTo("/hook/left");

        Incident incident = world.incident(acme).inTheRegister(world).fires();

        await().untilAsserted(() -> assertThat(world.lines(incident))
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).endsWith("Its fallback is not there any more.")));
        assertThat(open(left).orElseThrow().text().it()).endsWith("Its fallback is not there any more.");
    }

    @Test
    void aDigestIsForItsReaderAloneAndIsNeitherPassedOnNorReplayed() {
        world.sink.accepts("/hook/mail");
        world.sink.accepts("/hook/room");
        hook("/hook/room", null);
        hook("/hook/mail", "/hook/room");
        onlyTo("/hook/mail");
        Incident incident = world.incident(acme).inTheRegister(world).fires();
        UUID digest = world.settled(incident, 1).getFirst().id();

        assertThat(passedOn(digest, "FIRING")).isEqualTo("PENDING");
        assertThat(passedOn(digest, "DIGEST")).isEqualTo("no");

        world.sql("UPDATE intent SET state = 'DEAD', kind = 'DIGEST' WHERE id = ?", digest);
        As.operator()
                .post("/api/v1/notifications/" + digest + "/replays")
                .then()
                .statusCode(409)
                .body("errors[0].detail", startsWith("A digest is not sent again"));
    }

    /** Were it on its way through a channel that turns out to be broken. */
    private String passedOn(UUID intent, String kind) {
        QuarkusTransaction.begin();
        try {
            world.sql("UPDATE intent SET state = 'SENDING', kind = ? WHERE id = ?", kind, intent);
            intents.passOn(world.count("SELECT mailbox_id FROM intent WHERE id = ?", intent));
            return world.text("SELECT coalesce(passed_on, 'no') FROM intent WHERE id = ?", intent);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void whatTheFallbackTellsAnywayIsToldThereOnce() {
        world.sink.accepts("/hook/both");
        world.sink.answers("/hook/lost", aResponse().withStatus(410));
        hook("/hook/both", null);
        hook("/hook/lost", "/hook/both");

        Incident incident = world.incident(acme).inTheRegister(world).fires();

        world.settled(incident, 2);
        await().untilAsserted(() -> assertThat(world.lines(incident))
                .filteredOn(line -> line.state() == IntentState.DEAD)
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).endsWith("The channel '/hook/both' tells it anyway.")));
        assertThat(world.states(incident)).containsExactlyInAnyOrder(IntentState.DEAD, IntentState.DELIVERED);
        assertThat(bodies("/hook/both"))
                .filteredOn(body -> body.contains(incident.id.toString()))
                .hasSize(1);
    }

    @Test
    void theAlertAboutABrokenChannelTakesAnyWayButThroughItself() {
        world.sink.answers("/hook/broken", aResponse().withStatus(403).withBody("no such token"));
        world.sink.accepts("/hook/sound");
        UUID broken = hook("/hook/broken", null);
        hook("/hook/sound", null);

        world.settled(world.incident(acme).inTheRegister(world).fires(), 2);

        Alert alert = await().until(() -> open(broken), Optional::isPresent).orElseThrow();
        assertThat(alert.text().it()).startsWith("The channel '/hook/broken' is broken: ");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(of(alert))
                        .extracting(line -> line.channel().name(), Notification::state)
                        .containsExactlyInAnyOrder(
                                tuple("/hook/broken", IntentState.SUPPRESSED),
                                tuple("/hook/sound", IntentState.DELIVERED)));
        assertThat(bodies("/hook/broken")).noneMatch(body -> body.contains("channel-broken"));

        world.sink.accepts("/hook/broken");
        world.settled(world.incident(acme).inTheRegister(world).fires(), 2);

        await().untilAsserted(
                        () -> assertThat(alerts.require(alert.id()).condition()).isEqualTo(Condition.RESOLVED));
        assertThat(alerts.require(alert.id()).text().it()).isEqualTo("The channel '/hook/broken' works again.");
    }

    @Test
    void whatTheFallbackToldIsNotReplayed() {
        world.sink.accepts("/hook/deputy");
        world.sink.answers("/hook/absent", aResponse().withStatus(404));
        hook("/hook/deputy", null);
        UUID absent = hook("/hook/absent", "/hook/deputy");
        onlyTo("/hook/absent");
        Incident incident = world.incident(acme).inTheRegister(world).fires();
        Notification dead = world.settled(incident, 2).getLast();

        assertThatThrownBy(() -> notifications.replay(dead.id()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("fallback");

        As.operator()
                .contentType("application/json")
                .body(Map.of("channel", absent))
                .post("/api/v1/notifications/replays")
                .then()
                .statusCode(200)
                .body("replayed", equalTo(0))
                .body("refused.notification", hasItem(dead.id().toString()));
    }

    @Test
    void allThatWasGivenUpCanBeReplayedAtOnceUnderItsOldKeys() {
        world.sink.answers("/hook/closed", aResponse().withStatus(400));
        UUID closed = hook("/hook/closed", null);
        Incident one = world.incident(acme).inTheRegister(world).fires();
        Notification first = world.settled(one, 1).getFirst();
        Incident two = world.incident(acme).inTheRegister(world).fires();
        Notification second = world.settled(two, 1).getFirst();
        world.sink.accepts("/hook/closed");

        ReplayResult result = notifications.replay(new ReplayRequest(null, closed, null, null));

        assertThat(result.replayed()).isEqualTo(2);
        assertThat(result.more()).isFalse();
        assertThat(world.settled(one, 1)).extracting(Notification::state).containsExactly(IntentState.DELIVERED);
        assertThat(world.settled(two, 1)).extracting(Notification::state).containsExactly(IntentState.DELIVERED);
        assertThat(world.sink.taken("/hook/closed"))
                .extracting(request -> request.getHeader("Idempotency-Key"))
                .containsExactlyInAnyOrder(first.id().toString(), second.id().toString());
    }

    @Test
    void aFallbackIsAnotherChannelThatLeadsToNoCircle() {
        UUID a = hook("/hook/a", null);
        hook("/hook/b", "/hook/a");

        As.operator()
                .contentType("application/json")
                .body(body("/hook/a", "/hook/b"))
                .put("/api/v1/channels/" + a)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fallback"));
        As.operator()
                .contentType("application/json")
                .body(body("/hook/c", "nowhere"))
                .post("/api/v1/channels")
                .then()
                .statusCode(400)
                .body("errors[0].detail", equalTo("There is no channel 'nowhere'."));
        As.viewer().get("/api/v1/channels").then().body("items.fallback", hasItem("/hook/a"));
    }

    private UUID hook(String path, String fallback) {
        return world.channel(
                new NewChannel("webhook", path, Map.of("url", world.sink.url(path)), null, null, null, fallback));
    }

    private Map<String, Object> body(String path, String fallback) {
        return Map.of(
                "kind", "webhook", "name", path, "settings", Map.of("url", world.sink.url(path)), "fallback", fallback);
    }

    private static void onlyTo(String channel) {
        Map<String, Object> routes = Map.of(
                "receivers",
                List.of(Map.of("name", "one", "channels", List.of(channel))),
                "route",
                Map.of("receiver", "one", "groupWait", "PT0S", "groupInterval", "PT1S"));
        As.operator()
                .contentType("application/json")
                .body(routes)
                .put("/api/v1/routes")
                .then()
                .statusCode(200);
    }

    private List<String> bodies(String path) {
        return world.sink.received(path).stream()
                .map(request -> request.getBodyAsString())
                .toList();
    }

    private Optional<Alert> open(UUID channel) {
        return alerts.allOpen().stream()
                .filter(alert -> alert.rule().equals(InternalRule.CHANNEL_BROKEN.ruleName()))
                .filter(alert -> channel.toString().equals(alert.facts().get(InternalAlert.KEY)))
                .findFirst();
    }

    private List<Notification> of(Alert alert) {
        return notifications
                .list(new NotificationQuery(null, alert.id(), null, 100, null))
                .items();
    }

    private LedgerReport report(Instant begin) {
        return notifications.account(begin, Instant.now().plusSeconds(1));
    }
}
