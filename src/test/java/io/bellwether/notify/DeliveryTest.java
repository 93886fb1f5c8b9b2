package io.bellwether.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.platform.Json;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the outbox to real receivers. */
@QuarkusTest
class DeliveryTest {

    private final DeliveryWorld world;
    private final Channels channels;
    private final Notifications notifications;
    private final Jdbi jdbi;
    private final Json json;

    private Vendor acme;

    DeliveryTest(DeliveryWorld world, Channels channels, Notifications notifications, Jdbi jdbi, Json json) {
        this.world = world;
        this.channels = channels;
        this.notifications = notifications;
        this.jdbi = jdbi;
        this.json = json;
    }

    @BeforeEach
    void aVendorWithTwoOwners() {
        acme = world.vendor();
    }

    @BeforeEach
    @AfterEach
    void noChannelIsLeft() {
        world.removeChannels();
    }

    @Test
    void aThrottlingProviderIsLeftAloneAsLongAsItAsksAndThenToldOfAllAtOnce() {
        world.sink.answersFirst(
                "/slack/throttled", 1, aResponse().withStatus(429).withHeader("Retry-After", "1"));
        UUID channel = world.slack("/slack/throttled");
        Incident first = world.incident(acme).fires();
        await().until(() -> channels.require(channel).pausedUntil() != null);
        Incident second = world.incident(acme).fires();

        world.settled(first, 1);
        world.settled(second, 1);

        var requests = world.sink.received("/slack/throttled");
        assertThat(requests).hasSize(2);
        assertThat(Duration.between(
                        requests.get(0).getLoggedDate().toInstant(),
                        requests.get(1).getLoggedDate().toInstant()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(950));
        assertThat(world.sink.taken("/slack/throttled")).hasSize(1);
        assertThat(world.states(first)).containsExactly(IntentState.DELIVERED);
        assertThat(world.states(second)).containsExactly(IntentState.DELIVERED);
    }

    @Test
    void aFailingProviderIsTriedUntilItTakesTheMessage() {
        world.sink.answersFirst("/hook/failing", 5, aResponse().withStatus(500));
        world.webhook("/hook/failing");

        Incident incident = world.incident(acme).fires();

        Notification told = world.settled(incident, 1).getFirst();
        assertThat(told.state()).isEqualTo(IntentState.DELIVERED);
        assertThat(told.deliveries())
                .extracting(Notification.Attempt::outcome)
                .hasSize(6)
                .startsWith(DeliveryOutcome.RETRY_LATER)
                .endsWith(DeliveryOutcome.DELIVERED);
        assertThat(world.sink.received("/hook/failing"))
                .extracting(request -> request.getHeader("Idempotency-Key"))
                .containsOnly(told.id().toString());
    }

    @Test
    void anAlertThatPassesWhileTheReceiverIsAwayIsToldInOneMessage() {
        world.sink.answers("/hook/away", aResponse().withStatus(503));
        world.webhook("/hook/away");
        Incident incident = world.incident(acme).fires();
        await().until(() -> !world.sink.received("/hook/away").isEmpty());
        incident.resolves();
        await().until(() -> world.states(incident).contains(IntentState.COALESCED));

        world.sink.accepts("/hook/away");

        assertThat(world.settled(incident, 2))
                .extracting(Notification::kind, Notification::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Happening.RESOLVED, IntentState.DELIVERED),
                        org.assertj.core.groups.Tuple.tuple(Happening.FIRING, IntentState.COALESCED));
        assertThat(world.sink.taken("/hook/away"))
                .singleElement()
                .satisfies(request -> assertThat(request.getBodyAsString())
                        .contains("PASSED", "business begin", "business end", "technical begin", "technical end"));
    }

    @Test
    void theEndIsNotToldToThoseWhoWereNeverToKnowOfTheBegin() {
        Incident incident = world.incident(acme).fires();
        await().until(this::outboxIsEmpty);
        world.sink.accepts("/hook/late");
        world.webhook("/hook/late");

        incident.resolves();

        await().until(this::outboxIsEmpty);
        assertThat(world.lines(incident)).isEmpty();
    }

    @Test
    void aSlowChannelHoldsUpNoOther() {
        world.sink.answers("/hook/slow", aResponse().withFixedDelay(4000).withBody("ok"));
        world.sink.accepts("/hook/quick");
        world.webhook("/hook/slow");
        world.webhook("/hook/quick");

        Incident incident = world.incident(acme).fires();

        await().atMost(Duration.ofSeconds(3)).until(() -> world.states(incident).contains(IntentState.DELIVERED));
        assertThat(world.states(incident)).containsExactlyInAnyOrder(IntentState.DELIVERED, IntentState.SENDING);
        world.settled(incident, 2);
    }

    @Test
    void whatIsTooOldIsGivenUpAndCanBeReplayedUnderItsOldKey() {
        world.sink.answers("/hook/old", aResponse().withStatus(500));
        world.webhook("/hook/old");
        Incident incident = world.incident(acme).fires();
        await().until(() -> !world.sink.received("/hook/old").isEmpty());
        world.sql("UPDATE intent SET expires_at = now() WHERE episode_id = ?", incident.id);
        Notification dead = world.settled(incident, 1).getFirst();
        world.sink.accepts("/hook/old");

        notifications.replay(dead.id());

        assertThat(dead.state()).isEqualTo(IntentState.DEAD);
        assertThat(dead.reason()).contains("not delivered in time", "HTTP 500");
        assertThat(world.settled(incident, 1).getFirst().state()).isEqualTo(IntentState.DELIVERED);
        assertThat(world.sink.taken("/hook/old"))
                .extracting(request -> request.getHeader("Idempotency-Key"))
                .containsExactly(dead.id().toString());
    }

    @Test
    void blocksThatSlackRefusesGoAsPlainText() {
        world.sink.answersFirst("/slack/picky", 1, aResponse().withStatus(400).withBody("invalid_payload"));
        world.slack("/slack/picky");

        Incident incident = world.incident(acme).fires();

        assertThat(world.settled(incident, 1).getFirst().deliveries()).hasSize(1);
        assertThat(json.map(world.sink.taken("/slack/picky").getFirst().getBodyAsString()))
                .containsOnlyKeys("text");
    }

    @Test
    void anEntryNobodyCanReadHoldsUpNothing() {
        world.sink.accepts("/hook/after");
        world.webhook("/hook/after");
        world.sql(
                "INSERT INTO outbox (topic, key, payload) VALUES ('alert-transition', ?, '{\"nonsense\": true}')",
                UUID.randomUUID());

        Incident incident = world.incident(acme).fires();

        assertThat(world.settled(incident, 1).getFirst().state()).isEqualTo(IntentState.DELIVERED);
    }

    private boolean outboxIsEmpty() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM outbox WHERE processed_at IS NULL")
                        .mapTo(int.class)
                        .one())
                == 0;
    }
}
