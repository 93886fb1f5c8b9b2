package io.bellwether.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.bellwether.As;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to messages, all of them are accounted for. */
@QuarkusTest
class LedgerTest {

    private static final int ALERTS = 40;
    private static final long SEED = 27;

    private final DeliveryWorld world;
    private final Notifications notifications;

    LedgerTest(DeliveryWorld world, Notifications notifications) {
        this.world = world;
        this.notifications = notifications;
    }

    @BeforeEach
    @AfterEach
    void noChannelIsLeft() {
        world.removeChannels();
    }

    @Test
    void everyTransitionIsAccountedForWhateverTheProvidersAnswer() {
        Instant begin = Instant.now();
        providers();
        Vendor acme = world.vendor();
        Random random = new Random(SEED);

        List<Incident> incidents = IntStream.range(0, ALERTS)
                .mapToObj(_ ->
                        world.incident(acme).inTheRegister(world, "WARNING").fires())
                .toList();
        incidents.stream().filter(_ -> random.nextBoolean()).forEach(Incident::becomesCritical);
        incidents.stream().filter(_ -> random.nextInt(3) > 0).forEach(Incident::resolves);

        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            LedgerReport report = notifications.account(begin, Instant.now());
            assertThat(report.undispatched()).isZero();
            assertThat(report.waiting()).isEmpty();
            assertThat(report.transitions()).isGreaterThan(ALERTS);
            assertThat(report.intents()).containsKeys(IntentState.DELIVERED, IntentState.DEAD, IntentState.SUPPRESSED);
            assertThat(report.unexplained()).as("seed %d", SEED).isEmpty();
        });
        As.viewer()
                .queryParam("from", begin.toString())
                .get("/api/v1/notifications/ledger")
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true), "unexplained", empty());
    }

    @Test
    void anIntentThatIsLostIsFound() {
        Instant begin = Instant.now();
        world.sink.accepts("/hook/lost-line");
        world.webhook("/hook/lost-line");
        Incident incident = world.incident(world.vendor()).fires();
        Notification told = world.settled(incident, 1).getFirst();
        world.sql("DELETE FROM attempt_intent WHERE intent_id = ?", told.id());
        assertThat(notifications.account(begin, Instant.now()).unexplained())
                .extracting(LedgerReport.Remark::text)
                .containsExactly("Delivered, but no attempt was.");

        world.sql("DELETE FROM intent WHERE id = ?", told.id());

        assertThat(notifications.account(begin, Instant.now()).unexplained())
                .singleElement()
                .satisfies(remark -> assertThat(remark.text()).contains("0 intents where the routes asked for 1"));
        world.sql("DELETE FROM outbox WHERE payload ->> 'episodeId' = ?", incident.id.toString());
    }

    @Test
    void aTimeThatIsNoneOrTooLongIsRefused() {
        Map.of("2026-11-02T00:00:00Z", "2026-11-01T00:00:00Z", "2026-01-01T00:00:00Z", "2026-11-01T00:00:00Z")
                .forEach((from, to) -> As.viewer()
                        .queryParam("from", from)
                        .queryParam("to", to)
                        .get("/api/v1/notifications/ledger")
                        .then()
                        .statusCode(400)
                        .body("errors[0].pointer", equalTo("from")));
    }

    /** One that fails at first, one that refuses messages, and one that is broken and has another as its fallback. */
    private void providers() {
        world.sink.answersFirst("/hook/flaky", 3, aResponse().withStatus(503));
        world.sink.answersFirst("/hook/picky", 5, aResponse().withStatus(400));
        world.sink.answers("/hook/dead", aResponse().withStatus(404));
        world.sink.accepts("/hook/refuge");
        List.of("/hook/flaky", "/hook/picky", "/hook/refuge").forEach(world::webhook);
        world.channel(new NewChannel(
                "webhook",
                "/hook/dead",
                Map.of("url", world.sink.url("/hook/dead")),
                null,
                null,
                null,
                "/hook/refuge"));
    }
}
