package io.bellwether.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.icegreen.greenmail.util.GreenMail;
import io.bellwether.As;
import io.bellwether.platform.Outbox;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Channels and the ledger as their users see them. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelsApiTest {

    private static final String CHANNELS = "/api/v1/channels";
    private static final String SECRET = "T0SEEDED-s3cret-of-the-hook";

    private final VendorRegister vendors;
    private final Outbox outbox;
    private final Jdbi jdbi;
    private final Sink sink = new Sink();
    GreenMail mail;

    ChannelsApiTest(VendorRegister vendors, Outbox outbox, Jdbi jdbi) {
        this.vendors = vendors;
        this.outbox = outbox;
        this.jdbi = jdbi;
    }

    @AfterEach
    void noChannelIsLeft() {
        List<String> ids =
                As.viewer().get(CHANNELS + "?limit=500").then().extract().path("items.id");
        ids.forEach(id -> As.operator().delete(CHANNELS + "/" + id).then().statusCode(204));
    }

    @AfterAll
    void stopTheSink() {
        sink.stop();
    }

    @Test
    void aChannelIsMadeReadChangedAndRemoved() {
        String place = create("slack", "ops", Map.of("url", sink.url("/slack/ops")))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("lens", equalTo("BOTH"))
                .body("enabled", equalTo(true))
                .extract()
                .header("Location");

        As.viewer().get(place).then().statusCode(200).body("name", equalTo("ops"));
        As.operator()
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "kind", "slack", "name", "ops 2", "lens", "IT", "settings", Map.of("url", sink.url("/new"))))
                .put(place)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("lens", equalTo("IT"));
        As.operator().header("If-Match", "\"0\"").delete(place).then().statusCode(412);
        As.operator().header("If-Match", "\"1\"").delete(place).then().statusCode(204);
        As.viewer().get(place).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind':'pigeon','name':'x','settings':{}}                             | /kind",
                "{'kind':'slack','name':'x','settings':{}}                              | /settings/url",
                "{'kind':'slack','name':'x','settings':{'url':'file:///etc/passwd'}}    | /settings/url",
                "{'kind':'webhook','name':'x','settings':{'url':'not a url'}}           | /settings/url",
                "{'kind':'slack','name':'x','settings':{'url':'https://hooks.slack.com/…'}} | /settings/url",
                "{'kind':'webhook','name':'x','settings':{'url':7}}                     | /settings/url",
                "{'kind':'webhook','name':'x','settings':{'uri':'https://example.com'}} | /settings/uri",
                "{'kind':'webhook','name':'x','settings':{'url':'https://example.com','secret':'whsec_abcdefghijklmnopqrstu'}} | /settings/secret",
                "{'kind':'webhook','name':'x','settings':{'url':'https://example.com','secret':'whsec_abcdefghijklmnopqrstuv='}} | /settings/secret",
                "{'kind':'webhook','name':'x','settings':{'url':'https://example.com','secret':'whsec_abcdefghijklm-opqrstuv=='}} | /settings/secret",
                "{'kind':'webhook','name':'x','settings':{'url':'https://example.com','secret':'too short'}} | /settings/secret",
                "{'kind':'email','name':'x','settings':{'to':['fine@example.com','no']}} | /settings/to/1",
                "{'kind':'email','name':'','settings':{}}                               | /name",
                "{'kind':'email','name':'x'}                                            | /settings",
                "{'kind':'email','name':'x','settings':{},'lens':'CEO'}                 | /lens",
                "{'kind':'email','name':'x','settings':{},'colour':'red'}               | /colour",
            })
    void aWrongFieldIsNamed(String body, String pointer) {
        As.operator()
                .body(body.replace('\'', '"'))
                .post(CHANNELS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aNameIsGivenOnceAndFreeAgainAfterRemoval() {
        String place = create("email", "mail", Map.of()).extract().header("Location");
        create("email", "mail", Map.of()).statusCode(409).body("errors[0].pointer", equalTo("/name"));

        As.operator().delete(place).then().statusCode(204);

        create("email", "mail", Map.of()).statusCode(201);
    }

    @Test
    void onlyOperatorsChangeChannels() {
        As.owner().body(Map.of()).post(CHANNELS).then().statusCode(403);
        As.owner().post(CHANNELS + "/" + UUID.randomUUID() + "/tests").then().statusCode(403);
        As.nobody().get(CHANNELS).then().statusCode(401);
        As.nobody().get("/api/v1/notifications").then().statusCode(401);
    }

    @Test
    void theListIsCutIntoPages() {
        List.of("c", "a", "b").forEach(name -> create("email", name, Map.of()).statusCode(201));

        String next = As.viewer()
                .get(CHANNELS + "?limit=2")
                .then()
                .body("items.name", equalTo(List.of("a", "b")))
                .extract()
                .path("next");

        As.viewer()
                .get(CHANNELS + "?limit=2&after=" + next)
                .then()
                .body("items.name", equalTo(List.of("c")))
                .body("next", nullValue());
    }

    @Test
    void aTestSaysWhatTheProviderReallyAnsweredAndASuccessMendsTheChannel() {
        sink.answersFirst("/slack/gone", 1, aResponse().withStatus(404).withBody("no_service"));
        String place = create("slack", "gone", Map.of("url", sink.url("/slack/gone")))
                .extract()
                .header("Location");

        As.operator()
                .post(place + "/tests")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REJECTED"))
                .body("detail", equalTo("HTTP 404: no_service"))
                .body("tookMs", greaterThan(0.0f));
        As.viewer().get(place).then().body("brokenReason", equalTo("HTTP 404: no_service"));
        As.operator().post(place + "/tests").then().body("outcome", equalTo("DELIVERED"));
        As.viewer().get(place).then().body("brokenReason", nullValue());
        assertThat(sink.taken("/slack/gone").getFirst().getBodyAsString()).contains("TEST: this channel works");
    }

    @Test
    void aTestOfAChannelForOwnersNeedsToKnowWhomToWriteTo() throws Exception {
        mail.purgeEmailFromAllMailboxes();
        String place = create("email", "owners", Map.of()).extract().header("Location");

        As.operator().post(place + "/tests").then().statusCode(400).body("errors[0].pointer", equalTo("/to"));
        As.operator()
                .body(Map.of("to", "me@example.com"))
                .post(place + "/tests")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("DELIVERED"));

        assertThat(mail.getReceivedMessages())
                .singleElement()
                .satisfies(message -> assertThat(message.getSubject()).isEqualTo("TEST: this channel works"));
    }

    @Test
    void aPrivateTargetThatNobodyOpenedIsRefused() {
        String place = create("webhook", "metadata", Map.of("url", "http://169.254.169.254/latest/meta-data"))
                .extract()
                .header("Location");

        As.operator()
                .post(place + "/tests")
                .then()
                .body("outcome", equalTo("REJECTED"))
                .body("detail", containsString("169.254.169.254"));
    }

    @Test
    void theSecretOfAUrlIsNeitherToldNorLoggedNorLost() {
        sink.answers("/services/" + SECRET, aResponse().withStatus(403).withBody("no hook " + SECRET + " here"));
        Recording log = new Recording();
        Logger.getLogger("").addHandler(log);
        StringBuilder seen = new StringBuilder();
        try {
            String place = create("slack", "secret", Map.of("url", sink.url("/services/" + SECRET)))
                    .extract()
                    .header("Location");
            String shown = As.viewer().get(place).then().extract().path("settings.url");
            Map<String, Object> unchanged = Map.of("kind", "slack", "name", "secret", "settings", Map.of("url", shown));
            seen.append(As.operator().body(unchanged).put(place).asString());
            seen.append(As.operator().post(place + "/tests").asString());
            Incident incident =
                    new Incident(outbox, vendors.create(NewVendor.named("Acme " + UUID.randomUUID())), Instant.EPOCH);
            incident.fires();
            String ledger = "/api/v1/notifications?alert=" + incident.id;
            await().untilAsserted(() -> As.viewer().get(ledger).then().body("items.state", hasItem("DEAD")));
            seen.append(As.viewer().get(ledger).asString());
            seen.append(As.viewer().get(CHANNELS).asString());
            seen.append(As.viewer().get(place).asString());
            seen.append(As.admin().get("/q/metrics").asString());
            seen.append(As.operator()
                    .body(Map.of("kind", "slack", "name", "y", "settings", Map.of("url", "ftp://h/" + SECRET)))
                    .post(CHANNELS)
                    .asString());

            assertThat(shown).isEqualTo(sink.url("/…"));
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
        assertThat(sink.received("/services/" + SECRET)).hasSize(2);
        assertThat(seen.toString()).contains("/…", "no hook … here").doesNotContain(SECRET);
        assertThat(log.lines).noneMatch(line -> line.contains(SECRET));
        assertThat(stored()).contains("no hook … here").doesNotContain(SECRET);
    }

    @Test
    void theLedgerTellsWhatCameOfEachMessageAndAReplayOfADeliveredOneIsRefused() {
        sink.accepts("/hook/ledger");
        create("webhook", "ledger", Map.of("url", sink.url("/hook/ledger"))).statusCode(201);
        Incident incident =
                new Incident(outbox, vendors.create(NewVendor.named("Acme " + UUID.randomUUID())), Instant.EPOCH);
        incident.fires();
        String ledger = "/api/v1/notifications?state=DELIVERED&alert=" + incident.id;
        await().untilAsserted(() -> As.viewer().get(ledger).then().body("items.size()", equalTo(1)));

        String id = As.viewer()
                .get(ledger)
                .then()
                .body("items[0].alert", equalTo(incident.id.toString()))
                .body("items[0].transition", equalTo(1))
                .body("items[0].channel.name", equalTo("ledger"))
                .body("items[0].receiver", equalTo(sink.url("/…")))
                .body("items[0].attempts", equalTo(1))
                .body("items[0].deliveries[0].outcome", equalTo("DELIVERED"))
                .extract()
                .path("items[0].id");

        As.operator().post("/api/v1/notifications/" + id + "/replays").then().statusCode(409);
        As.operator()
                .post("/api/v1/notifications/" + UUID.randomUUID() + "/replays")
                .then()
                .statusCode(404);
        As.viewer()
                .get("/q/metrics")
                .then()
                .body(containsString("bellwether_notifications_total{channel=\"ledger\",outcome=\"DELIVERED\"} 1.0"))
                .body(containsString("bellwether_outbox_oldest_seconds"));
    }

    private static ValidatableResponse create(String kind, String name, Map<String, Object> settings) {
        return As.operator()
                .body(Map.of("kind", kind, "name", name, "settings", settings))
                .post(CHANNELS)
                .then();
    }

    /** Everything the ledger and the audit log keep. */
    private String stored() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT string_agg(text, ' ') FROM (
                            SELECT reason AS text FROM intent
                            UNION ALL SELECT telling::text FROM notice
                            UNION ALL SELECT message::text FROM mailbox
                            UNION ALL SELECT detail FROM delivery_attempt
                            UNION ALL SELECT subject || detail::text FROM audit_entry) AS everything""").mapTo(String.class).one());
    }

    /** Keeps what is logged. */
    private static final class Recording extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord event) {
            lines.add(event.getMessage() + event.getThrown() + Arrays.toString(event.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
