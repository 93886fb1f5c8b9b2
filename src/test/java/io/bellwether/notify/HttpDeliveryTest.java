package io.bellwether.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.http.Fault;
import io.bellwether.As;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From the outbox to receivers that misbehave: each way of failing has its consequence. */
@QuarkusTest
class HttpDeliveryTest {

    private final DeliveryWorld world;
    private final Channels channels;
    private final String path = "/misbehaves/" + UUID.randomUUID();

    private Vendor acme;

    HttpDeliveryTest(DeliveryWorld world, Channels channels) {
        this.world = world;
        this.channels = channels;
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

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
    void aMessageOfWhichNobodyKnowsWhetherItWasTakenGoesOnceMoreUnderItsKeyAndIsFlagged(Fault fault) {
        world.sink.answersFirst(path, 1, aResponse().withFault(fault));
        world.webhook(path);

        Incident incident = world.incident(acme).fires();

        Notification told = world.settled(incident, 1).getFirst();
        assertThat(told.possibleDuplicate()).isTrue();
        assertThat(outcomes(told)).containsExactly(DeliveryOutcome.AMBIGUOUS, DeliveryOutcome.DELIVERED);
        assertThat(world.sink.received(path))
                .hasSize(2)
                .extracting(request -> request.getHeader("Idempotency-Key"))
                .containsOnly(told.id().toString());
    }

    @Test
    void aWaitUntilADateIsKept() {
        Instant until = Instant.now().plusSeconds(2);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atOffset(ZoneOffset.UTC));
        world.sink.answersFirst(path, 1, aResponse().withStatus(429).withHeader("Retry-After", date));
        world.webhook(path);

        world.settled(world.incident(acme).fires(), 1);

        assertThat(world.sink.received(path).getLast().getLoggedDate().toInstant())
                .isAfterOrEqualTo(until.minusSeconds(1).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    @Test
    void aThrottlingProviderThatNamesNoTimeIsLeftAloneAllTheSame() {
        world.sink.answers(path, aResponse().withStatus(429));
        UUID channel = world.webhook(path);

        Incident incident = world.incident(acme).fires();

        await().until(() -> channels.require(channel).pausedUntil() != null);
        assertThat(world.states(incident)).doesNotContain(IntentState.DEAD);
    }

    @Test
    void anAbsurdWaitIsBounded() {
        world.sink.answers(path, aResponse().withStatus(429).withHeader("Retry-After", "99999999999"));
        UUID channel = world.webhook(path);
        world.incident(acme).fires();

        await().until(() -> channels.require(channel).pausedUntil() != null);

        assertThat(channels.require(channel).pausedUntil())
                .isBefore(Instant.now().plus(Duration.ofHours(1)).plusSeconds(60));
    }

    @Test
    void aMessageThatSlackRefusesInBothFormsIsGivenUpWithoutBlamingTheChannel() {
        world.sink.answers(path, aResponse().withStatus(400).withBody("invalid_payload"));
        UUID channel = world.slack(path);

        Notification told = world.settled(world.incident(acme).fires(), 1).getFirst();

        assertThat(told.state()).isEqualTo(IntentState.DEAD);
        assertThat(world.sink.received(path)).hasSize(2);
        assertThat(channels.require(channel).brokenReason()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "403, action_prohibited",
        "403, invalid_token",
        "404, channel_not_found",
        "404, no_service",
        "410, channel_is_archived",
        "400, no_active_hooks",
    })
    void aRefusedChannelIsBrokenAndEverybodySeesWhy(int status, String word) {
        world.sink.answers(path, aResponse().withStatus(status).withBody(word));
        UUID channel = world.slack(path);

        Notification told = world.settled(world.incident(acme).fires(), 1).getFirst();

        assertThat(told.state()).isEqualTo(IntentState.DEAD);
        assertThat(outcomes(told)).containsExactly(DeliveryOutcome.REJECTED);
        As.viewer()
                .get("/api/v1/channels/" + channel)
                .then()
                .body("brokenReason", equalTo("HTTP " + status + ": " + word));
    }

    @Test
    void whatNobodyTakesWaitsWithItsReason() {
        UUID channel = world.channel(new NewChannel(
                "webhook", path, java.util.Map.of("url", "http://127.0.0.1:1" + path), null, null, null));

        Incident incident = world.incident(acme).fires();

        await().untilAsserted(() -> assertThat(world.lines(incident))
                .singleElement()
                .satisfies(line -> assertThat(outcomes(line)).contains(DeliveryOutcome.RETRY_LATER))
                .satisfies(line -> assertThat(line.possibleDuplicate()).isFalse()));
        assertThat(channels.require(channel).brokenReason()).isNull();
    }

    @Test
    void aTestOfAChannelThatWasAskedToWaitSaysSoAndSendsNothing() {
        world.sink.answersFirst(path, 1, aResponse().withStatus(429).withHeader("Retry-After", "600"));
        UUID channel = world.webhook(path);
        String tests = "/api/v1/channels/" + channel + "/tests";
        As.operator().post(tests).then().statusCode(200).body("outcome", equalTo("THROTTLED"));

        As.operator().post(tests).then().statusCode(200).body("outcome", equalTo("THROTTLED"));

        assertThat(world.sink.received(path)).hasSize(1);
        assertThat(channels.require(channel).pausedUntil())
                .isAfter(Instant.now().plus(Duration.ofMinutes(9)));
    }

    private static List<DeliveryOutcome> outcomes(Notification line) {
        return line.deliveries().stream().map(Notification.Attempt::outcome).toList();
    }
}
