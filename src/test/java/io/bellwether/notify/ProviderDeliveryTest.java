package io.bellwether.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.bellwether.As;
import io.bellwether.platform.Json;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the outbox to providers with an interface of their own: what they are sent and what their answers mean. */
@QuarkusTest
class ProviderDeliveryTest {

    private static final String ROUTING_KEY = "0123456789abcdef0123456789abcdef";
    private static final String API_KEY = "key-of-an-integration";
    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final DeliveryWorld world;
    private final Channels channels;
    private final Json json;
    private final String base = "/provider/" + UUID.randomUUID();

    private Vendor acme;

    ProviderDeliveryTest(DeliveryWorld world, Channels channels, Json json) {
        this.world = world;
        this.channels = channels;
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
        world.sql("DELETE FROM route_document");
    }

    @Test
    void aWebhookIsSignedOverTheVeryBytesThatArriveAndKeepsItsKeyWhenItIsSentAgain() throws Exception {
        world.sink.answersFirst(base, 1, aResponse().withStatus(500));
        channel("webhook");

        Notification told = world.settled(world.incident(acme).fires(), 1).getFirst();

        List<LoggedRequest> both = world.sink.received(base);
        assertThat(both).hasSize(2);
        for (LoggedRequest request : both) {
            assertThat(request.getHeader("Idempotency-Key"))
                    .isEqualTo(told.id().toString())
                    .isEqualTo(request.getHeader("webhook-id"));
            assertThat(request.getHeader("webhook-signature")).isEqualTo("v1," + hmac(request));
            assertThat(Instant.ofEpochSecond(Long.parseLong(request.getHeader("webhook-timestamp"))))
                    .isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(5));
        }
        assertThat(json.map(both.getLast().getBodyAsString()))
                .containsEntry("kind", "FIRING")
                .containsEntry("test", false)
                .containsEntry("id", told.id().toString());
    }

    @Test
    void pagerDutyOpensAnIncidentAndResolvesTheSame() {
        world.sink.accepts(base);
        channel("pagerduty");
        Incident incident = world.incident(acme).fires();
        world.settled(incident, 1);

        incident.resolves();

        world.settled(incident, 2);
        List<Map<String, Object>> events = bodies(base);
        assertThat(events).extracting(event -> event.get("event_action")).containsExactly("trigger", "resolve");
        assertThat(events).extracting(event -> event.get("dedup_key")).containsOnly(incident.id.toString());
        assertThat(events.getFirst()).containsEntry("routing_key", ROUTING_KEY);
        assertThat(part(events.getFirst(), "payload"))
                .containsEntry("severity", "warning")
                .containsEntry("source", acme.slug())
                .containsEntry("class", "vendor-down")
                .containsEntry("timestamp", "2026-11-22T10:00:00Z");
    }

    @Test
    void opsgenieOpensAnAlertAndClosesTheSame() {
        String opened = base + "/v2/alerts";
        world.sink.accepts(opened);
        channel("opsgenie");
        Incident incident = world.incident(acme).fires();
        String closed = opened + "/" + incident.id + "/close";
        world.sink.accepts(closed);
        world.settled(incident, 1);

        incident.resolves();

        assertThat(world.settled(incident, 2)).extracting(Notification::state).containsOnly(IntentState.DELIVERED);
        LoggedRequest create = world.sink.taken(opened).getFirst();
        assertThat(create.getHeader("Authorization")).isEqualTo("GenieKey " + API_KEY);
        assertThat(json.map(create.getBodyAsString()))
                .containsEntry("alias", incident.id.toString())
                .containsEntry("priority", "P3")
                .containsEntry("entity", acme.slug());
        assertThat(bodies(closed + "?identifierType=alias"))
                .singleElement()
                .satisfies(close -> assertThat(close.get("note")).asString().contains("technical end"));
    }

    @Test
    void anAlertThatOpsgenieDoesNotKnowAnyMoreIsClosed() {
        world.sink.accepts(base + "/v2/alerts");
        UUID channel = channel("opsgenie");
        Incident incident = world.incident(acme).fires();
        world.settled(incident, 1);
        world.sink.answers(
                base + "/v2/alerts/" + incident.id + "/close", aResponse().withStatus(404));

        incident.resolves();

        assertThat(world.settled(incident, 2).getFirst().state()).isEqualTo(IntentState.DELIVERED);
        assertThat(channels.require(channel).brokenReason()).isNull();
    }

    @Test
    void teamsIsSentACard() {
        world.sink.accepts(base);
        channel("teams");

        world.settled(world.incident(acme).fires(), 1);

        assertThat(world.sink.taken(base))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.getHeader("Content-Type")).startsWith("application/json"))
                .satisfies(request -> assertThat(request.getBodyAsString())
                        .contains("application/vnd.microsoft.card.adaptive", "technical begin", "business begin"));
    }

    @ParameterizedTest
    @CsvSource({"pagerduty, ''", "opsgenie, /v2/alerts"})
    void alertsThatPeopleHearOfTogetherAreIncidentsOfTheirOwn(String kind, String path) {
        world.sink.answersFirst(base + path, 1, aResponse().withStatus(400));
        channel(kind);
        route("PT1H");

        Incident refused = world.incident(acme).fires();
        Notification dead = world.settled(refused, 1).getFirst();
        Incident taken = world.incident(acme).fires();

        assertThat(dead.state()).isEqualTo(IntentState.DEAD);
        assertThat(world.settled(taken, 1).getFirst().state()).isEqualTo(IntentState.DELIVERED);
        assertThat(bodies(base + path))
                .extracting(body -> body.getOrDefault("dedup_key", body.get("alias")))
                .containsExactly(refused.id.toString(), taken.id.toString());
    }

    @Test
    void aFallbackThatKeepsIncidentsGetsOneForEachAlert() {
        world.sink.accepts(base);
        world.sink.answers(base + "/gone", aResponse().withStatus(404));
        UUID pager = channel("pagerduty");
        world.channel(new NewChannel(
                "webhook",
                base + "/gone",
                Map.of("url", world.sink.url(base + "/gone")),
                null,
                null,
                null,
                channels.require(pager).name()));
        route("PT1S", base + "/gone");
        Incident one = world.incident(acme).inTheRegister(world).fires();
        Incident two = world.incident(acme).inTheRegister(world).fires();

        world.settled(one, 2);
        world.settled(two, 2);

        assertThat(bodies(base))
                .extracting(event -> event.get("dedup_key"))
                .contains(one.id.toString(), two.id.toString());
        assertThat(world.count(
                        "SELECT count(DISTINCT group_id) FROM intent JOIN mailbox ON mailbox.id = mailbox_id"
                                + " WHERE channel_id = ? AND episode_id IN (?, ?)",
                        pager,
                        one.id,
                        two.id))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook", "pagerduty", "opsgenie", "teams"})
    void aProviderThatAsksForTimeIsLeftAloneForThatLong(String kind) {
        world.sink.answersFirst(place(kind), 1, aResponse().withStatus(429).withHeader("Retry-After", "600"));
        UUID channel = channel(kind);

        Incident incident = world.incident(acme).fires();

        await().until(() -> channels.require(channel).pausedUntil() != null);
        assertThat(channels.require(channel).pausedUntil())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(9)), Instant.now().plus(Duration.ofMinutes(12)));
        assertThat(world.states(incident)).doesNotContain(IntentState.DEAD);
    }

    @ParameterizedTest
    @CsvSource({
        "webhook, 400, false",
        "webhook, 401, true",
        "webhook, 410, true",
        "webhook, 413, false",
        "pagerduty, 400, false",
        "pagerduty, 403, true",
        "opsgenie, 401, true",
        "opsgenie, 403, true",
        "opsgenie, 422, false",
        "teams, 400, false",
        "teams, 404, true",
    })
    void whatAProviderRefusesIsGivenUpAndTheChannelIsBrokenOnlyWhereItIsToBlame(
            String kind, int status, boolean broken) {
        world.sink.answers(place(kind), aResponse().withStatus(status).withBody("no"));
        UUID channel = channel(kind);

        Notification told = world.settled(world.incident(acme).fires(), 1).getFirst();

        assertThat(told.state()).isEqualTo(IntentState.DEAD);
        assertThat(told.deliveries())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.detail()).isEqualTo("HTTP " + status + ": no"));
        assertThat(channels.require(channel).brokenReason()).isEqualTo(broken ? "HTTP " + status + ": no" : null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pagerduty", "opsgenie", "teams"})
    void aTestSaysThatItIsOne(String kind) {
        world.sink.accepts(place(kind));

        As.operator()
                .post("/api/v1/channels/" + channel(kind) + "/tests")
                .then()
                .statusCode(200);

        assertThat(world.sink.taken(place(kind)).getFirst().getBodyAsString()).contains("TEST: this channel works");
    }

    @Test
    void aTalkativeReceiverHasTakenIt() {
        world.sink.answers(base, aResponse().withBody("x".repeat(200_000)));
        channel("webhook");

        Notification told = world.settled(world.incident(acme).fires(), 1).getFirst();

        assertThat(told.state()).isEqualTo(IntentState.DELIVERED);
        assertThat(world.sink.received(base)).hasSize(1);
    }

    private UUID channel(String kind) {
        Map<String, Object> settings = switch (kind) {
            case "pagerduty" -> Map.of("routingKey", ROUTING_KEY, "url", world.sink.url(base));
            case "opsgenie" -> Map.of("apiKey", API_KEY, "url", world.sink.url(base));
            case "webhook" -> Map.of("url", world.sink.url(base), "secret", "whsec_" + SECRET);
            default -> Map.of("url", world.sink.url(base));
        };
        return world.channel(new NewChannel(kind, base, settings, null, null, null));
    }

    /** Where a channel of this kind sends an alert that begins. */
    private String place(String kind) {
        return kind.equals("opsgenie") ? base + "/v2/alerts" : base;
    }

    private void route(String groupInterval) {
        route(groupInterval, base);
    }

    /** Alerts of one vendor are one group. */
    private static void route(String groupInterval, String channel) {
        Map<String, Object> routes = Map.of(
                "receivers",
                List.of(Map.of("name", "one", "channels", List.of(channel))),
                "route",
                Map.of(
                        "receiver",
                        "one",
                        "groupBy",
                        List.of("vendor"),
                        "groupWait",
                        "PT0S",
                        "groupInterval",
                        groupInterval));
        As.operator().body(routes).put("/api/v1/routes").then().statusCode(200);
    }

    private List<Map<String, Object>> bodies(String path) {
        return world.sink.received(path).stream()
                .map(request -> json.map(request.getBodyAsString()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> event, String name) {
        return (Map<String, Object>) event.get(name);
    }

    /** As a receiver computes it. */
    private static String hmac(LoggedRequest request) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
        mac.update((request.getHeader("webhook-id") + "." + request.getHeader("webhook-timestamp") + ".")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(mac.doFinal(request.getBody()));
    }
}
