package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.bellwether.MailServer;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the outbox to a real mail server. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class MailDeliveryTest {

    private final DeliveryWorld world;
    GreenMail mail;
    private Vendor acme;

    MailDeliveryTest(DeliveryWorld world) {
        this.world = world;
    }

    @BeforeEach
    void aVendorWithTwoOwners() throws Exception {
        mail.purgeEmailFromAllMailboxes();
        acme = world.vendor();
    }

    @BeforeEach
    @AfterEach
    void noChannelIsLeft() {
        world.removeChannels();
    }

    @Test
    void aTransitionReachesSlackInBothVoicesAndEachOwnerInHis() throws Exception {
        world.sink.accepts("/slack/both");
        world.slack("/slack/both");
        world.channel(new NewChannel("email", "owners", Map.of(), null, null, null));

        Incident incident = world.incident(acme).fires();

        world.settled(incident, 3);
        assertThat(world.sink.received("/slack/both"))
                .singleElement()
                .satisfies(request -> assertThat(request.getBodyAsString())
                        .containsSubsequence("business begin", "technical begin", "/alerts/" + incident.id));
        assertThat(mailTo("ida@example.com").getSubject()).isEqualTo("Acme <b>&</b> Sons: down");
        assertThat(GreenMailUtil.getWholeMessage(mailTo("ida@example.com")))
                .contains("technical begin", "11:00 CET", "Acme &lt;b&gt;&amp;&lt;/b&gt; Sons")
                .doesNotContain("business begin");
        assertThat(GreenMailUtil.getWholeMessage(mailTo("max@example.com")))
                .contains("business begin", "10:00 UTC")
                .doesNotContain("technical begin");
    }

    @Test
    void theMailsOfOneAlertHangTogetherAndEachHasItsOwnLastingId() throws Exception {
        Map<String, Object> to = Map.of("to", List.of("team@example.com"));
        world.channel(new NewChannel("email", "team", to, Audience.IT, null, null));
        Incident incident = world.incident(acme).fires();
        world.settled(incident, 1);
        incident.becomesCritical();
        world.settled(incident, 2);
        incident.resolves();

        List<Notification> told = world.settled(incident, 3);

        MimeMessage[] mails = mail.getReceivedMessages();
        assertThat(mails)
                .extracting(MimeMessage::getMessageID)
                .containsExactlyElementsOf(told.reversed().stream()
                        .map(line -> "<" + line.id() + "@bellwether>")
                        .toList());
        assertThat(mails)
                .allSatisfy(one ->
                        assertThat(one.getHeader("References")).containsExactly("<" + incident.id + "@bellwether>"));
        assertThat(mails)
                .extracting(MimeMessage::getSubject)
                .containsExactly(
                        "Acme <b>&</b> Sons: down",
                        "Acme <b>&</b> Sons: down, now critical",
                        "Resolved: Acme <b>&</b> Sons: down");
    }

    @Test
    void whatAPersonsQuietHoursHoldIsToldAsSoonAsTheyAreLifted() {
        String address = "night-" + acme.slug() + "@example.com";
        world.quietAlways(address);
        world.channel(new NewChannel("email", "night", Map.of("to", List.of(address)), null, null, null));
        Incident incident = world.incident(acme).inTheRegister(world, "WARNING").fires();
        await().until(() ->
                world.lines(incident).stream().anyMatch(line -> line.reason().startsWith("Held: quiet hours until ")));

        world.quietNever(address);

        assertThat(world.settled(incident, 1).getFirst().state()).isEqualTo(IntentState.DELIVERED);
    }

    private MimeMessage mailTo(String address) {
        Optional<MimeMessage> found = Arrays.stream(mail.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .findFirst();
        assertThat(found).as("mail to " + address).isPresent();
        return found.orElseThrow();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getRecipients(RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
