package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.bellwether.As;
import io.bellwether.ScriptedSlack;
import io.bellwether.ScriptedSlack.Call;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the outbox to a Slack that knows a bot. */
@QuarkusTest
@QuarkusTestResource(ScriptedSlack.class)
class SlackBotTest {

    private static final String POST = "chat.postMessage";
    private static final String UPDATE = "chat.update";
    private static final String UNREFRESHED =
            "SELECT count(*) FROM slack_post WHERE place = ? AND refresh_at IS NOT NULL";
    private static final String TOKEN = "xoxb-seeded-token-of-the-bot";

    private final DeliveryWorld world;
    private final Channels channels;
    private final String place = "C" + UUID.randomUUID();
    ScriptedSlack slack;

    private Vendor acme;

    SlackBotTest(DeliveryWorld world, Channels channels) {
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

    @Test
    void whatFollowsGoesIntoTheThreadOfTheFirstMessage() {
        bot();
        Incident incident = world.incident(acme).fires();
        world.settled(incident, 1);
        incident.becomesCritical();
        world.settled(incident, 2);
        incident.resolves();

        assertThat(world.settled(incident, 3)).extracting(Notification::state).containsOnly(IntentState.DELIVERED);
        List<Call> posts = slack.calls(POST, place);
        assertThat(posts).hasSize(3).extracting(Call::authorization).containsOnly("Bearer " + TOKEN);
        assertThat(posts.get(0).body()).doesNotContainKey("thread_ts");
        assertThat(posts.get(1).body())
                .containsEntry("thread_ts", tsOf(incident))
                .containsEntry("reply_broadcast", true);
        assertThat(posts.get(2).body())
                .containsEntry("thread_ts", tsOf(incident))
                .containsEntry("reply_broadcast", false);
        assertThat(posts.get(2).text()).contains("Resolved: ", "technical end");
    }

    @Test
    void theFirstMessageShowsWhoHasTakenCareAndLosesItsButtons() {
        bot();
        Incident incident = world.incident(acme).inTheRegister(world).fires();
        world.settled(incident, 1);
        assertThat(slack.calls(POST, place).getFirst().text())
                .contains("\"action_id\":\"acknowledge\"", "\"action_id\":\"snooze\"");

        As.owner()
                .body(Map.of("note", "on it"))
                .post("/api/v1/alerts/" + incident.id + "/acknowledgements")
                .then()
                .statusCode(201);

        await().until(() -> !slack.calls(UPDATE, place).isEmpty());
        Call update = slack.calls(UPDATE, place).getFirst();
        assertThat(update.body()).containsEntry("ts", tsOf(incident));
        assertThat(update.text()).contains("Acknowledged by test OWNER").doesNotContain("action_id");
        assertThat(slack.calls(POST, place)).hasSize(1);
    }

    @Test
    void theFirstMessageKeepsUpWithSeverityAndFacts() {
        bot();
        Incident incident = world.incident(acme).inTheRegister(world, "WARNING").fires();
        world.settled(incident, 1);
        world.sql(
                "UPDATE alert_episode SET severity = 'CRITICAL', text_it = 'now 7 of 7 fail', text_marketing = 'no mail at all' WHERE id = ?",
                incident.id);

        changed(incident);

        await().until(() -> !slack.calls(UPDATE, place).isEmpty());
        assertThat(slack.calls(UPDATE, place).getLast().text())
                .contains("now 7 of 7 fail", "no mail at all", "CRITICAL");
    }

    @Test
    void whatLooksTheSameIsNotSentAgain() {
        bot();
        Incident incident = world.incident(acme).inTheRegister(world, "WARNING").fires();
        world.settled(incident, 1);

        changed(incident);

        await().until(() -> world.count(UNREFRESHED, place) == 0);
        assertThat(slack.calls(UPDATE, place)).isEmpty();
    }

    @Test
    void anUpdateThatSlackPutsOffIsMadeLater() {
        bot();
        Incident incident = world.incident(acme).inTheRegister(world).fires();
        world.settled(incident, 1);
        slack.refusesOnce(UPDATE, place, 503, Map.of(), "");
        As.owner()
                .body(Map.of("until", "2126-01-01T00:00:00Z"))
                .post("/api/v1/alerts/" + incident.id + "/snoozes")
                .then()
                .statusCode(201);
        await().until(() -> slack.calls(UPDATE, place).size() == 1);

        world.sql("UPDATE slack_post SET refresh_at = now() WHERE place = ?", place);
        changed(incident);

        await().until(() -> slack.calls(UPDATE, place).size() == 2);
        assertThat(slack.calls(UPDATE, place).getLast().text()).contains("Snoozed by test OWNER until");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_auth, true",
        "not_in_channel, true",
        "message_not_found, false",
        "edit_window_closed, false",
        "msg_blocks_too_long, false",
    })
    void anUpdateThatSlackRefusesIsTriedAgainUnlessItCannotBeMade(String error, boolean again) {
        bot();
        Incident incident = world.incident(acme).inTheRegister(world, "WARNING").fires();
        world.settled(incident, 1);
        await().until(() -> world.count(UNREFRESHED, place) == 0);
        slack.refusesOnce(UPDATE, place, error);
        world.sql("UPDATE alert_episode SET text_it = 'now 7 of 7 fail' WHERE id = ?", incident.id);

        changed(incident);

        await().until(() -> slack.calls(UPDATE, place).size() == 1);
        String waiting = "SELECT count(*) FROM slack_post WHERE place = ?"
                + " AND refresh_at BETWEEN now() + interval '9 minutes' AND now() + interval '11 minutes'";
        await().until(() -> world.count(again ? waiting : UNREFRESHED, place) == (again ? 1 : 0));
    }

    @ParameterizedTest
    @CsvSource({
        "ratelimited, THROTTLED, false",
        "service_unavailable, RETRY_LATER, false",
        "internal_error, AMBIGUOUS, true",
    })
    void whatPassesIsTriedAgain(String error, DeliveryOutcome first, boolean possibleDuplicate) {
        slack.refusesOnce(POST, place, error);
        bot();

        Notification told = world.settled(world.incident(acme).fires(), 1).getFirst();

        assertThat(told.deliveries())
                .extracting(Notification.Attempt::outcome)
                .containsExactly(first, DeliveryOutcome.DELIVERED);
        assertThat(told.possibleDuplicate()).isEqualTo(possibleDuplicate);
    }

    @Test
    void aThrottledBotWaitsAsLongAsSlackAsks() {
        slack.refusesOnce(POST, place, 429, Map.of("Retry-After", "30"), "{\"ok\":false,\"error\":\"ratelimited\"}");
        UUID channel = bot();
        world.incident(acme).fires();

        await().until(() -> channels.require(channel).pausedUntil() != null);

        assertThat(channels.require(channel).pausedUntil())
                .isAfter(java.time.Instant.now().plusSeconds(20));
    }

    @Test
    void blocksThatSlackRefusesGoAsPlainText() {
        slack.refusesOnce(POST, place, "invalid_blocks");
        bot();

        Incident incident = world.incident(acme).fires();

        assertThat(world.settled(incident, 1).getFirst().deliveries()).hasSize(1);
        assertThat(slack.calls(POST, place).getLast().body()).containsOnlyKeys("text", "channel");
    }

    @ParameterizedTest
    @CsvSource({"channel_not_found", "invalid_auth", "is_archived", "not_in_channel"})
    void aBotThatMayNotPostBreaksItsChannelAndEverybodySeesWhy(String error) {
        slack.refusesOnce(POST, place, error);
        UUID channel = bot();

        Notification told = world.settled(world.incident(acme).fires(), 1).getFirst();

        assertThat(told.state()).isEqualTo(IntentState.DEAD);
        As.viewer().get("/api/v1/channels/" + channel).then().body("brokenReason", containsString(error));
    }

    @Test
    void aThreadThatSomebodyDeletedIsBegunAnew() {
        bot();
        Incident incident = world.incident(acme).fires();
        world.settled(incident, 1);
        slack.refusesOnce(POST, place, "thread_not_found");

        incident.resolves();

        world.settled(incident, 2);
        assertThat(slack.calls(POST, place)).hasSize(3);
        assertThat(slack.calls(POST, place).getLast().body()).doesNotContainKey("thread_ts");
    }

    @Test
    void theTokenIsNeitherShownNorToldThoughItIsEchoed() {
        slack.refusesOnce(POST, place, 403, Map.of(), "go away, Bearer " + TOKEN);
        UUID channel = bot();

        String seen =
                As.operator().post("/api/v1/channels/" + channel + "/tests").asString()
                        + As.viewer().get("/api/v1/channels").asString();

        assertThat(seen).contains("go away, Bearer …", "********").doesNotContain(TOKEN);
    }

    @Test
    void aTestIsPostedByTheBotAndAnsweredWithSlacksOwnWords() {
        UUID channel = bot();

        As.operator()
                .post("/api/v1/channels/" + channel + "/tests")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("DELIVERED"))
                .body("detail", containsString("HTTP 200: {"));

        assertThat(slack.calls(POST, place).getFirst().text()).contains("TEST: this channel works");
    }

    @ParameterizedTest
    @CsvSource({
        "url;botToken;channel, botToken",
        "botToken, channel",
        "url;channel, channel",
        "url;signingSecret, signingSecret",
        "channel, url",
    })
    void settingsThatLeadNowhereOrTwiceAreNamed(String given, String wrong) {
        Map<String, Object> all = Map.of(
                "url",
                "https://hooks.example.com/x",
                "botToken",
                TOKEN,
                "channel",
                place,
                "signingSecret",
                "0123456789abcdef");
        Map<String, Object> settings = new HashMap<>(all);
        settings.keySet().retainAll(List.of(given.split(";", -1)));

        As.operator()
                .body(Map.of("kind", "slack", "name", place, "settings", settings))
                .post("/api/v1/channels")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/settings/" + wrong));
    }

    private UUID bot() {
        Map<String, Object> settings =
                Map.of("botToken", TOKEN, "channel", place, "signingSecret", "0123456789abcdef0123");
        return world.channel(new NewChannel("slack", "bot in " + place, settings, null, null, null));
    }

    /** Something happened to it that nobody is sent a message about. */
    private static void changed(Incident incident) {
        As.owner()
                .body(Map.of("text", "have a look"))
                .post("/api/v1/alerts/" + incident.id + "/comments")
                .then()
                .statusCode(201);
    }

    private String tsOf(Incident incident) {
        return world.text(
                "SELECT ts FROM slack_post JOIN slack_post_alert ON post_id = id WHERE episode_id = ?", incident.id);
    }
}
