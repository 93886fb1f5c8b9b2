package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.bellwether.As;
import io.bellwether.MailServer;
import io.bellwether.ScriptedSmtp;
import io.bellwether.alert.Alerts;
import io.bellwether.alert.InternalAlert;
import io.bellwether.alert.InternalRule;
import io.bellwether.notify.bounce.SampleMails;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail goes out, comes back, and is handed in. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class BouncesApiTest {

    private static final String BOUNCES = "/api/v1/bounces";

    private final DeliveryWorld world;
    private final Alerts alerts;
    ScriptedSmtp smtp;
    private Vendor acme;
    private String ida;

    BouncesApiTest(DeliveryWorld world, Alerts alerts) {
        this.world = world;
        this.alerts = alerts;
    }

    @BeforeEach
    void aRecipient() {
        world.removeChannels();
        acme = world.vendor();
        ida = "ida-" + UUID.randomUUID() + "@example.com";
        world.channel(new NewChannel("email", "to " + ida, Map.of("to", List.of(ida)), null, null, null));
    }

    @AfterEach
    void noChannelIsLeft() {
        world.removeChannels();
    }

    @Test
    void theSecondHardBounceDisablesTheRecipientUntilSomebodyForgivesIt() {
        handIn(SampleMails.report(returnPathOfAMail(), "failed", "5.1.1"))
                .body("kind", equalTo("HARD"))
                .body("address", equalTo(ida))
                .body("status", equalTo("5.1.1"))
                .body("disabled", equalTo(false));
        handIn(SampleMails.report(returnPathOfAMail(), "failed", "5.2.1")).body("disabled", equalTo(true));

        Notification told = world.settled(world.incident(acme).fires(), 1).getFirst();
        assertThat(told.state()).isEqualTo(IntentState.DEAD);
        As.viewer()
                .get(BOUNCES)
                .then()
                .body("items.find { it.address == '" + ida + "' }.hard", equalTo(2))
                .body("items.find { it.address == '" + ida + "' }.disabled", equalTo(true));

        assertThat(alertsAboutIda()).isEqualTo(1);

        As.operator().delete(BOUNCES + "/" + ida).then().statusCode(204);
        assertThat(alertsAboutIda()).isZero();
        As.viewer().get(BOUNCES).then().body("items.address", not(hasItem(ida)));
        As.operator()
                .post("/api/v1/notifications/" + told.id() + "/replays")
                .then()
                .statusCode(200);
        assertThat(world.settled(world.incident(acme).fires(), 1).getFirst().state())
                .isEqualTo(IntentState.DELIVERED);
    }

    @Test
    void theSameReportTwiceCountsOnce() {
        String report = SampleMails.report(returnPathOfAMail(), "failed", "5.1.1");
        handIn(report);

        handIn(report).body("kind", equalTo("HARD")).body("disabled", equalTo(false));
    }

    @Test
    void aMailThatWasLateFirstAndThenFailedIsOneHardBounce() {
        String path = returnPathOfAMail();
        handIn(SampleMails.report(path, "delayed", "4.4.1"))
                .body("kind", equalTo("SOFT"))
                .body("disabled", equalTo(false));
        handIn(SampleMails.report(path, "failed", "5.4.1"));

        As.viewer()
                .get(BOUNCES)
                .then()
                .body("items.find { it.address == '" + ida + "' }.hard", equalTo(1))
                .body("items.find { it.address == '" + ida + "' }.soft", equalTo(0));
    }

    @Test
    void anyNumberOfSoftBouncesDisablesNobody() {
        for (int mail = 0; mail < 3; mail++) {
            handIn(SampleMails.report(returnPathOfAMail(), "failed", "4.2.2"))
                    .body("kind", equalTo("SOFT"))
                    .body("disabled", equalTo(false));
        }
    }

    @Test
    void automaticRepliesAndReportsOnOthersMailsAreIgnored() {
        String path = returnPathOfAMail();

        handIn(SampleMails.outOfOffice(path)).body("kind", equalTo("IGNORED"));
        handIn(SampleMails.fromNobody(path)).body("kind", equalTo("IGNORED"));
        handIn(SampleMails.report(path, "delivered", "2.0.0")).body("kind", equalTo("IGNORED"));
        handIn(SampleMails.report("bounces@example.org", "failed", "5.1.1")).body("kind", equalTo("IGNORED"));
        handIn(SampleMails.report(path.replaceFirst("[0-9a-f]{16}@", "0123456789abcdef@"), "failed", "5.1.1"))
                .body("kind", equalTo("IGNORED"));
        As.viewer().get(BOUNCES).then().body("items.address", not(hasItem(ida)));
    }

    @Test
    void onlyOperatorsHandIn() {
        As.owner()
                .contentType("message/rfc822")
                .body(new byte[] {120})
                .post(BOUNCES)
                .then()
                .statusCode(403);
        As.owner().delete(BOUNCES + "/" + ida).then().statusCode(403);
        As.nobody().get(BOUNCES).then().statusCode(401);
        As.operator().delete(BOUNCES + "/" + ida).then().statusCode(404);
    }

    @Test
    void whatIsNoMailIsRefused() {
        As.operator()
                .contentType("message/rfc822")
                .body(new byte[0])
                .post(BOUNCES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        As.operator().body("{}").post(BOUNCES).then().statusCode(415);
    }

    private long alertsAboutIda() {
        return alerts.allOpen().stream()
                .filter(alert -> alert.rule().equals(InternalRule.MAILBOX_DISABLED.ruleName()))
                .filter(alert -> ida.equals(alert.facts().get(InternalAlert.KEY)))
                .count();
    }

    private static ValidatableResponse handIn(String mail) {
        return As.operator()
                .contentType("message/rfc822")
                .body(mail.getBytes(StandardCharsets.UTF_8))
                .post(BOUNCES)
                .then()
                .statusCode(200);
    }

    /** Sends a mail and says who sent it as far as the mail server knows. */
    private String returnPathOfAMail() {
        smtp.reset();
        assertThat(world.settled(world.incident(acme).fires(), 1).getFirst().state())
                .isEqualTo(IntentState.DELIVERED);
        return smtp.commands().stream()
                .filter(command -> command.startsWith("MAIL FROM:<bounces+"))
                .map(command -> command.replaceFirst("MAIL FROM:<([^>]*)>.*", "$1"))
                .findFirst()
                .orElseThrow();
    }
}
