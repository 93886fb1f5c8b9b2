package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import io.bellwether.As;
import io.bellwether.MailServer;
import io.bellwether.ScriptedSmtp;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the outbox to a mail server that misbehaves: each way of failing has its consequence. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class SmtpDeliveryTest {

    private final DeliveryWorld world;
    private final Channels channels;
    GreenMail mail;
    ScriptedSmtp smtp;
    private Vendor acme;
    private String ida;
    private String max;

    SmtpDeliveryTest(DeliveryWorld world, Channels channels) {
        this.world = world;
        this.channels = channels;
    }

    @BeforeEach
    void twoRecipients() throws Exception {
        mail.purgeEmailFromAllMailboxes();
        smtp.reset();
        acme = world.vendor();
        ida = "ida-" + UUID.randomUUID() + "@example.com";
        max = "max-" + UUID.randomUUID() + "@example.com";
    }

    @BeforeEach
    @AfterEach
    void noChannelIsLeft() {
        world.removeChannels();
        smtp.reset();
    }

    @Test
    void aTakenMailIsInTheLedgerWithTheServersQueueId() {
        smtp.answers(".", "250 2.0.0 Ok: queued as 4Rf7");
        channel(ida);

        Notification told = world.settled(world.incident(acme).fires(), 1).getFirst();

        assertThat(told.state()).isEqualTo(IntentState.DELIVERED);
        assertThat(told.deliveries())
                .extracting(Notification.Attempt::detail)
                .containsExactly("SMTP 250 2.0.0 Ok: queued as 4Rf7");
    }

    @Test
    void aServerThatIsBusyPausesTheWholeChannelAndGetsEverythingLater() {
        smtp.answersOnce("RCPT TO:<" + ida, "450 4.7.1 greylisted");
        UUID channel = channel(ida, max);

        Incident incident = world.incident(acme).fires();

        await().until(() -> channels.require(channel).pausedUntil() != null);
        assertThat(world.settled(incident, 2)).extracting(Notification::state).containsOnly(IntentState.DELIVERED);
        assertThat(outcomes(incident, ida)).containsExactly(DeliveryOutcome.THROTTLED, DeliveryOutcome.DELIVERED);
        assertThat(smtp.commands()).filteredOn("DATA"::equals).hasSize(2);
    }

    @Test
    void aConnectionThatBreaksBeforeTheMailIsSimplyTriedAgain() {
        smtp.answersOnce("MAIL FROM", ScriptedSmtp.DROP);
        channel(ida);

        Incident incident = world.incident(acme).fires();

        assertThat(world.settled(incident, 1).getFirst().possibleDuplicate()).isFalse();
        assertThat(outcomes(incident, ida)).containsExactly(DeliveryOutcome.RETRY_LATER, DeliveryOutcome.DELIVERED);
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aMailOfWhichNobodyKnowsWhetherItWasTakenGoesOnceMoreUnderItsIdAndIsFlagged() throws Exception {
        smtp.answersOnce(".", ScriptedSmtp.TAKE_AND_DROP);
        channel(ida);

        Incident incident = world.incident(acme).fires();

        Notification told = world.settled(incident, 1).getFirst();
        assertThat(told.state()).isEqualTo(IntentState.DELIVERED);
        assertThat(told.possibleDuplicate()).isTrue();
        assertThat(outcomes(incident, ida)).containsExactly(DeliveryOutcome.AMBIGUOUS, DeliveryOutcome.DELIVERED);
        assertThat(mail.getReceivedMessages())
                .hasSize(2)
                .extracting(MimeMessage::getMessageID)
                .containsOnly("<" + told.id() + "@bellwether>");
    }

    @Test
    void aMailInAFormThatTheServerRefusesGoesAsPlainText() throws Exception {
        smtp.answersOnce(".", "554 5.6.1 no HTML here");
        channel(ida);

        Incident incident = world.incident(acme).fires();

        world.settled(incident, 1);
        assertThat(outcomes(incident, ida)).containsExactly(DeliveryOutcome.DELIVERED);
        assertThat(mail.getReceivedMessages()[0].getContentType()).startsWith("text/plain");
    }

    @Test
    void aMailThatIsRefusedAsPlainTextTooIsGivenUpWithoutBlamingTheChannel() {
        smtp.answers(".", "554 5.6.0 I do not like it");
        UUID channel = channel(ida);

        Notification told = world.settled(world.incident(acme).fires(), 1).getFirst();

        assertThat(told.state()).isEqualTo(IntentState.DEAD);
        assertThat(smtp.commands()).filteredOn("DATA"::equals).hasSize(2);
        assertThat(channels.require(channel).brokenReason()).isNull();
    }

    @Test
    void aServerThatDoesNotRelayForUsBreaksTheChannelAndEverybodySeesWhy() {
        smtp.answers("RCPT TO", "554 5.7.1 relay access denied");
        UUID channel = channel(ida, max);

        Incident incident = world.incident(acme).fires();

        assertThat(world.settled(incident, 2)).extracting(Notification::state).containsOnly(IntentState.DEAD);
        As.viewer()
                .get("/api/v1/channels/" + channel)
                .then()
                .body("brokenReason", containsString("554 5.7.1 relay access denied"));
    }

    @Test
    void oneRecipientWhoDoesNotExistCostsTheOthersNothing() {
        smtp.answers("RCPT TO:<" + ida, "550 5.1.1 no such user");
        UUID channel = channel(ida, max);

        Incident incident = world.incident(acme).fires();

        world.settled(incident, 2);
        assertThat(outcomes(incident, ida)).containsExactly(DeliveryOutcome.REJECTED);
        assertThat(outcomes(incident, max)).containsExactly(DeliveryOutcome.DELIVERED);
        assertThat(channels.require(channel).brokenReason()).isNull();
    }

    @Test
    void aRecipientWhoIsRefusedTwiceIsNotWrittenToAnyMore() {
        smtp.answers("RCPT TO:<" + ida, "550 5.1.1 no such user");
        channel(ida);
        world.settled(world.incident(acme).fires(), 1);
        world.settled(world.incident(acme).fires(), 1);
        smtp.reset();

        Notification told = world.settled(world.incident(acme).fires(), 1).getFirst();

        assertThat(told.state()).isEqualTo(IntentState.DEAD);
        assertThat(told.reason()).contains("2 times", "5.1.1", "DELETE /api/v1/bounces/" + ida);
        assertThat(smtp.commands()).isEmpty();
    }

    @Test
    void aTestSaysOfEachRecipientWhatTheServerAnswered() {
        smtp.answers("RCPT TO:<" + ida, "550 5.1.1 no such user");
        UUID channel = channel(ida, max);

        As.operator()
                .post("/api/v1/channels/" + channel + "/tests")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REJECTED"))
                .body("detail", equalTo("SMTP 550 5.1.1 no such user"))
                .body("recipients.address", equalTo(List.of(ida, max)))
                .body("recipients.outcome", equalTo(List.of("REJECTED", "DELIVERED")))
                .body("recipients[1].detail", containsString("SMTP 250"));
    }

    private UUID channel(String... addresses) {
        Map<String, Object> to = Map.of("to", List.of(addresses));
        return world.channel(new NewChannel("email", "mail " + UUID.randomUUID(), to, null, null, null));
    }

    private List<DeliveryOutcome> outcomes(Incident incident, String address) {
        return world.lines(incident).stream()
                .filter(line -> line.receiver().equals(address))
                .flatMap(line -> line.deliveries().stream())
                .map(Notification.Attempt::outcome)
                .toList();
    }
}
