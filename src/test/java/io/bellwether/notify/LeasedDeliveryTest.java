package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.platform.Json;
import io.bellwether.vendor.Vendor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the outbox to real receivers, by more than one node. */
@QuarkusTest
class LeasedDeliveryTest {

    private final DeliveryWorld world;
    private final Claims claims;
    private final Sender sender;
    private final Outcomes outcomes;
    private final NotifySettings settings;
    private final Json json;

    private Vendor acme;

    LeasedDeliveryTest(
            DeliveryWorld world, Claims claims, Sender sender, Outcomes outcomes, NotifySettings settings, Json json) {
        this.world = world;
        this.claims = claims;
        this.sender = sender;
        this.outcomes = outcomes;
        this.settings = settings;
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
    void twoNodesDeliverEachOfTwoHundredMessagesOnceAndInOrder() throws InterruptedException {
        List<String> paths = IntStream.range(0, 10)
                .mapToObj(number -> "/hook/many/" + number)
                .toList();
        paths.forEach(path -> {
            world.sink.accepts(path);
            world.webhook(path);
        });
        DeliveryWorker secondNode = new DeliveryWorker(claims, sender, outcomes, settings);

        List<Incident> incidents = IntStream.range(0, 20)
                .mapToObj(_ -> world.incident(acme).fires())
                .toList();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    secondNode.start(() -> {});
                    return incidents.stream().allMatch(incident -> world.finished(incident, 10));
                });
        secondNode.stop(Duration.ofSeconds(5));

        List<String> order =
                incidents.stream().map(incident -> incident.id.toString()).toList();
        assertThat(paths)
                .allSatisfy(path -> assertThat(world.sink.received(path))
                        .extracting(request -> alertId(request.getBodyAsString()))
                        .containsExactlyElementsOf(order));
        assertThat(incidents)
                .flatMap(world::lines)
                .hasSize(200)
                .allMatch(line -> line.state() == IntentState.DELIVERED && line.attempts() == 1);
    }

    @Test
    void aMessageWhoseSenderDiedIsSentAgainAndFlaggedAndTheLateResultIsRefused() {
        world.sink.accepts("/hook/zombie");
        UUID channel = world.webhook("/hook/zombie");
        pause(channel, "1 hour");
        Incident incident = world.incident(acme).fires();
        await().until(() -> world.states(incident).equals(List.of(IntentState.WAITING)));
        Claim lost = claimedByADyingNode(channel);

        Notification told = world.settled(incident, 1).getFirst();
        assertThat(told.possibleDuplicate()).isTrue();
        assertThat(told.attempts()).isEqualTo(2);
        outcomes.settle(
                lost,
                Delivery.RetryLater.soon("came too late"),
                Duration.ofSeconds(70),
                new Settlement(Settlement.End.NOT_TAKEN, Duration.ZERO, "came too late", false, Duration.ZERO, null));
        assertThat(world.states(incident)).containsExactly(IntentState.DELIVERED);
    }

    /** Its lease ends at once. */
    private Claim claimedByADyingNode(UUID channel) {
        return QuarkusTransaction.requiringNew().call(() -> {
            pause(channel, "0");
            Claim claim = ((Claims.Found.Something) claims.next(List.of())).claim();
            world.sql("UPDATE mailbox SET next_look = now() WHERE id = ?", claim.mailbox());
            return claim;
        });
    }

    private void pause(UUID channel, String time) {
        world.sql("UPDATE channel SET paused_until = now() + ?::interval WHERE id = ?", time, channel);
    }

    private String alertId(String body) {
        return String.valueOf(((Map<?, ?>) json.map(body).get("alert")).get("id"));
    }
}
