package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.As;
import io.bellwether.ScriptedSlack;
import io.bellwether.ScriptedSlack.Call;
import io.bellwether.alert.Alerts;
import io.bellwether.core.alert.Handling;
import io.bellwether.platform.Json;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
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

/** Presses of buttons in Slack, genuine and forged. */
@QuarkusTest
@QuarkusTestResource(ScriptedSlack.class)
class SlackInteractionsTest {

    private static final String SECRET = "signing-secret-of-the-app";

    private final DeliveryWorld world;
    private final Alerts alerts;
    private final Json json;
    private final String place = "C" + UUID.randomUUID();
    private final String answers = "/answers/" + UUID.randomUUID();
    private final String user =
            "U" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    private final String email = user.toLowerCase(java.util.Locale.ROOT) + "@example.com";
    ScriptedSlack slack;

    private Incident incident;

    SlackInteractionsTest(DeliveryWorld world, Alerts alerts, Json json) {
        this.world = world;
        this.alerts = alerts;
        this.json = json;
    }

    @BeforeEach
    void anAlertThatSlackWasToldOf() {
        world.removeChannels();
        bot("bot in " + place, place, SECRET);
        incident = world.incident(world.vendor()).inTheRegister(world).fires();
        world.settled(incident, 1);
    }

    @AfterEach
    void noChannelIsLeft() {
        world.removeChannels();
    }

    @Test
    void whoIsKnownAcknowledgesInHisOwnName() {
        known();

        press(body("acknowledge", incident.id, "1")).then().statusCode(200);

        await().until(() -> alerts.require(incident.id).handling() == Handling.ACKNOWLEDGED);
        assertThat(alerts.require(incident.id).handledBy()).isEqualTo(email);
        assertThat(answer()).isEqualTo("Acknowledged.");
        assertThat(world.text(
                        "SELECT actor FROM audit_entry WHERE action = 'alert.acknowledged' AND subject = ?",
                        "alert/" + incident.id))
                .isEqualTo(email);
        await().until(() -> !slack.calls("chat.update", place).isEmpty());
        assertThat(slack.calls("chat.update", place).getLast().text()).contains("Acknowledged by " + email);
    }

    @Test
    void aSnoozeLastsAnHour() {
        known();

        press(body("snooze", incident.id, "1"));

        assertThat(answer()).isEqualTo("Snoozed for an hour.");
        assertThat(alerts.require(incident.id).handlingUntil())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(55)),
                        Instant.now().plus(Duration.ofMinutes(65)));
    }

    @Test
    void aDoubleClickIsOneDeed() {
        known();
        press(body("acknowledge", incident.id, "1"));
        press(body("acknowledge", incident.id, "2"));

        await().until(() -> slack.answers(answers).size() == 2);

        assertThat(slack.answers(answers))
                .extracting(call -> call.body().get("text"))
                .containsExactlyInAnyOrder("Acknowledged.", email + " has acknowledged it already.");
        assertThat(acknowledgements()).isEqualTo(1);
    }

    @Test
    void ofTwoWhoPressAtOnceTheSecondHearsWhoWasFirst() {
        String colleague = user + "2";
        known(user, email);
        known(colleague, "colleague-of-" + email);
        QuarkusTransaction.requiringNew().run(() -> {
            world.sql("UPDATE alert_episode SET version = version WHERE id = ?", incident.id);
            press(body("acknowledge", incident.id, user, "1"));
            press(body("acknowledge", incident.id, colleague, "2"));
        });

        await().until(() -> slack.answers(answers).size() == 2);

        assertThat(slack.answers(answers))
                .extracting(call -> call.body().get("text"))
                .containsExactlyInAnyOrder(
                        "Acknowledged.", alerts.require(incident.id).handledBy() + " has acknowledged it already.");
        assertThat(acknowledgements()).isEqualTo(1);
    }

    @Test
    void aRecordedRequestThatIsSentAgainIsNoPress() {
        known();
        String body = body("acknowledge", incident.id, "1");
        press(body);
        assertThat(answer()).isEqualTo("Acknowledged.");

        press(body).then().statusCode(200);
        press(body("acknowledge", incident.id, "2"));

        await().until(() -> slack.answers(answers).size() == 2);
        assertThat(acknowledgements()).isEqualTo(1);
    }

    @Test
    void whoIsNotKnownIsToldSoAndChangesNothing() {
        press(body("acknowledge", incident.id, "1")).then().statusCode(200);

        assertThat(answer()).contains("does not know you", "slackUser", user);
        assertThat(slack.answers(answers).getFirst().body()).containsEntry("response_type", "ephemeral");
        assertThat(alerts.require(incident.id).handling()).isEqualTo(Handling.NEW);
    }

    @Test
    void anAlertThatAnotherAppWasToldOfIsNoneOfItsBusiness() {
        known();
        bot("other bot", "C-other-" + place, "signing-secret-of-another");
        String body = body("acknowledge", incident.id, "1");
        String time = now();

        send(body, time, signature("signing-secret-of-another", time, body))
                .then()
                .statusCode(200);

        assertThat(answer()).contains("does not know this alert");
        assertThat(alerts.require(incident.id).handling()).isEqualTo(Handling.NEW);
    }

    @ParameterizedTest
    @CsvSource({"altered", "old", "future", "unsigned", "strange"})
    void aForgeryIsRefusedAndChangesNothing(String kind) {
        known();
        String body = body("acknowledge", incident.id, "1");
        String time = switch (kind) {
            case "old" -> String.valueOf(Instant.now().getEpochSecond() - 310);
            case "future" -> String.valueOf(Instant.now().getEpochSecond() + 310);
            default -> now();
        };
        String signature = switch (kind) {
            case "unsigned" -> "";
            case "strange" -> signature("the secret of somebody else", time, body);
            default -> signature(SECRET, time, body);
        };

        send(kind.equals("altered") ? body + "x" : body, time, signature)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");

        assertThat(alerts.require(incident.id).handling()).isEqualTo(Handling.NEW);
    }

    @Test
    void slackIsAnsweredInTimeThoughTheDatabaseIsSlow() {
        known();
        press(body("nothing", incident.id, "0"));
        long took = QuarkusTransaction.requiringNew().call(() -> {
            world.sql("UPDATE alert_episode SET version = version WHERE id = ?", incident.id);
            long begin = System.nanoTime();
            press(body("acknowledge", incident.id, "1")).then().statusCode(200);
            return System.nanoTime() - begin;
        });

        assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(3));
        assertThat(answer()).isEqualTo("Acknowledged.");
    }

    @Test
    void oneIdInSlackIsOnePerson() {
        known();

        As.owner()
                .body(Map.of("slackUser", user))
                .put("/api/v1/people/other-" + email)
                .then()
                .statusCode(409);
        As.owner()
                .body(Map.of("slackUser", "@ida"))
                .put("/api/v1/people/other-" + email)
                .then()
                .statusCode(400);
    }

    private void bot(String name, String channel, String secret) {
        Map<String, Object> settings =
                Map.of("botToken", "xoxb-token-of-the-bot", "channel", channel, "signingSecret", secret);
        world.channel(new NewChannel("slack", name, settings, null, null, null));
    }

    private void known() {
        known(user, email);
    }

    private static void known(String slackUser, String address) {
        As.owner()
                .body(Map.of("slackUser", slackUser))
                .put("/api/v1/people/" + address)
                .then()
                .statusCode(200);
    }

    private String answer() {
        await().until(() -> !slack.answers(answers).isEmpty());
        Call first = slack.answers(answers).getFirst();
        return String.valueOf(first.body().get("text"));
    }

    private int acknowledgements() {
        return world.count(
                "SELECT count(*) FROM alert_timeline WHERE kind = 'ACKNOWLEDGED' AND episode_id = ?", incident.id);
    }

    private String body(String action, UUID alert, String trigger) {
        return body(action, alert, user, trigger);
    }

    private String body(String action, UUID alert, String slackUser, String trigger) {
        Map<String, Object> payload = Map.of(
                "type", "block_actions",
                "user", Map.of("id", slackUser, "username", "ida"),
                "trigger_id", trigger,
                "response_url", slack.url(answers),
                "actions", List.of(Map.of("action_id", action, "type", "button", "value", alert.toString())));
        return "payload=" + URLEncoder.encode(json.write(payload), StandardCharsets.UTF_8);
    }

    private static Response press(String body) {
        String time = now();
        return send(body, time, signature(SECRET, time, body));
    }

    private static Response send(String body, String time, String signature) {
        return As.nobody()
                .contentType("application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", time)
                .header("X-Slack-Signature", signature)
                .body(body)
                .post("/api/v1/slack/interactions");
    }

    private static String now() {
        return String.valueOf(Instant.now().getEpochSecond());
    }

    private static String signature(String secret, String time, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hmac = mac.doFinal(("v0:" + time + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(hmac);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
