package io.bellwether.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.bellwether.As;
import io.bellwether.MailServer;
import io.bellwether.alert.AlertTransition;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.platform.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the subscription to the mail, and out again. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class DigestsTest {

    private final DigestWorld world;
    private final DigestJob job;
    private final Outbox outbox;
    GreenMail mail;

    DigestsTest(DigestWorld world, DigestJob job, Outbox outbox) {
        this.world = world;
        this.job = job;
        this.outbox = outbox;
    }

    @BeforeEach
    void aReaderWithAVendor() throws Exception {
        mail.purgeEmailFromAllMailboxes();
        world.begin();
    }

    @AfterEach
    void nothingIsLeft() {
        world.end();
    }

    @Test
    void theDigestArrivesOnceAndIsInTheLedger() throws Exception {
        world.daily(2);
        world.fires("technical <b>text</b>", "business");

        job.run(world.now);
        delivered(1);
        job.run(world.now);

        assertThat(mails()).singleElement().satisfies(letter -> {
            assertThat(letter.getSubject()).startsWith("Your digest: 1 open, 1 new");
            assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            assertThat(GreenMailUtil.getWholeMessage(letter))
                    .contains(
                            "Open, to be seen to by you (1):", "technical &lt;b&gt;text", "DIGEST", "Unsubscribe: http")
                    .doesNotContain("business");
        });
        String digest = As.owner()
                .get(world.path("digests"))
                .then()
                .body("items.state", contains("DELIVERED"))
                .body("items[0].text.it", containsString("Open, to be seen to by you"))
                .extract()
                .path("items[0].id");
        As.viewer()
                .get("/api/v1/notifications?alert=" + digest)
                .then()
                .body("items.kind", contains("DIGEST"))
                .body("items.receiver", contains(world.ida))
                .body("items.state", contains("DELIVERED"));
    }

    @Test
    void manyNodesAtOnceMakeItOnce() throws Exception {
        world.daily(2);
        world.fires("technical", "business");

        try (var nodes = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> node = () -> {
                job.run(world.now);
                return true;
            };
            nodes.invokeAll(List.of(node, node, node, node, node, node, node, node));
        }

        delivered(1);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void aDigestIsAMailOfItsOwnHoweverMuchWaitsForItsReader() throws Exception {
        world.daily(2);
        world.fires("technical", "business");
        world.sql("UPDATE channel SET paused_until = now() + interval '1 hour' WHERE removed_at IS NULL");
        begins();
        job.run(world.now);
        await().until(() -> world.waiting() == 3);
        world.sql("UPDATE mailbox SET free_at = now() + interval '1 minute' WHERE address = ?", world.ida);
        world.sql("UPDATE channel SET paused_until = NULL");

        await().atMost(Duration.ofSeconds(30)).until(() -> mails().size() == 2);
        delivered(1);
        assertThat(subjects()).anyMatch(subject -> subject.equals("Your digest: 1 open, 1 new, 0 over"));
        assertThat(subjects()).anyMatch(subject -> subject.contains("(and 1 more)"));
    }

    @Test
    void nothingIsSentWhenThereIsNothingToTellUnlessItIsWanted() throws Exception {
        world.daily(2);
        job.run(world.now);
        As.owner().get(world.path("digests")).then().body("items.state", contains("EMPTY"));

        world.subscribe("ALERTS", Map.of("days", DigestWorld.WEEK, "at", "08:00", "evenIfEmpty", true))
                .statusCode(200);
        world.sinceDays(2);
        world.sql("DELETE FROM digest");
        job.run(world.now);

        delivered(1);
        assertThat(mails().getFirst().getSubject()).isEqualTo("Your digest: nothing to tell");
    }

    @Test
    void windowsTileTheTimeOverMissedRunsAndLostMails() {
        world.fires("technical", "business");
        world.daily(6);
        world.sql("UPDATE channel SET paused_until = now() + interval '1 hour' WHERE removed_at IS NULL");

        job.run(world.now.minus(Duration.ofDays(4)));
        job.run(world.now.minus(Duration.ofDays(3)));
        world.sql("UPDATE intent SET state = 'DEAD' WHERE state = 'WAITING' AND kind = 'DIGEST'");
        job.run(world.now);
        world.sql("UPDATE channel SET paused_until = NULL");
        delivered(1);

        As.owner()
                .get(world.path("digests"))
                .then()
                .body("items.state", contains("DELIVERED", "DEAD", "SUPERSEDED"))
                .body("items.from.unique().size()", equalTo(1));
        assertThat(world.windows()).containsExactly("t t", "t f", "t f");
    }

    @Test
    void oneClickUnsubscribesFromOneTopicWithoutSigningIn() throws Exception {
        world.daily(2);
        world.subscribe("PACK", Map.of("dayOfMonth", 1, "at", "08:00"));
        world.fires("technical", "business");
        job.run(world.now);
        delivered(1);
        String header = mails().getFirst().getHeader("List-Unsubscribe")[0];
        String link = URI.create(header.substring(1, header.length() - 1)).getPath();

        As.nobody()
                .get(link)
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("<form"));
        As.owner().get(world.path("subscriptions")).then().body("items.topic", contains("ALERTS", "PACK"));
        As.nobody()
                .contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(link)
                .then()
                .statusCode(200);
        As.nobody()
                .contentType("application/x-www-form-urlencoded")
                .post(link)
                .then()
                .statusCode(200);

        As.owner().get(world.path("subscriptions")).then().body("items.topic", contains("PACK"));
        As.admin()
                .get("/api/v1/audit?limit=1")
                .then()
                .body("items.action", contains("digest.unsubscribe"))
                .body("items.origin", contains("POST /unsubscribe/{token}"));
        As.nobody().post(link.substring(0, link.length() - 3) + "AAA").then().statusCode(404);
        As.nobody().post("/unsubscribe/nonsense").then().statusCode(404);
    }

    /** Two alerts that are told by the routes. */
    private void begins() {
        for (int alert = 0; alert < 2; alert++) {
            AlertTransition transition = new AlertTransition(
                    UUID.randomUUID(),
                    1,
                    "FIRING",
                    world.acme.id(),
                    "vendor-down",
                    Severity.CRITICAL,
                    world.now,
                    Map.of("alertname", "vendor-down", "instance", String.valueOf(alert)),
                    Map.of(),
                    new Voices("it", "business"));
            QuarkusTransaction.requiringNew().run(() -> outbox.add(AlertTransition.TOPIC, List.of(transition)));
        }
    }

    private List<String> subjects() {
        return mails().stream().map(DigestsTest::subject).toList();
    }

    private static String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void delivered(int digests) {
        await().atMost(Duration.ofSeconds(30)).until(() -> mails().size() >= digests && world.sent() == digests);
    }

    private List<MimeMessage> mails() {
        return Arrays.stream(mail.getReceivedMessages()).toList();
    }
}
