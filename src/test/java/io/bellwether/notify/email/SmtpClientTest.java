package io.bellwether.notify.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.bellwether.ScriptedSmtp;
import io.bellwether.TestCertificates;
import io.bellwether.core.alert.Severity;
import io.bellwether.notify.Happening;
import io.bellwether.notify.Messages;
import io.bellwether.platform.egress.Authorities;
import io.bellwether.platform.egress.Deadline;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that misbehaves as told. */
class SmtpClientTest {

    private static final Deadline IN_TIME = Deadline.in(Duration.ofHours(1));

    private final Instant now = Instant.now();
    private final TestCertificates authority = new TestCertificates(now);

    private final GreenMail green = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @TempDir
    Path directory;

    private ScriptedSmtp smtp;

    @BeforeEach
    void start() {
        green.start();
        smtp = new ScriptedSmtp(
                green.getSmtp().getPort(),
                authority
                        .issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), "localhost")
                        .serverContext());
    }

    @AfterEach
    void stop() {
        smtp.close();
        green.stop();
    }

    @Test
    void aMailIsTakenOnlyOnceTheServerSaysSoAndItsWordIsKept() throws Exception {
        smtp.answers(".", "250 2.0.0 Ok: queued as 4Rf7");

        assertThat(send("OPTIONAL", "ida@example.com"))
                .isEqualTo(new Transaction.Taken("250 2.0.0 Ok: queued as 4Rf7"));
        assertThat(smtp.commands())
                .contains("MAIL FROM:<bounces+token@example.org>", "RCPT TO:<ida@example.com>")
                .filteredOn(command -> command.startsWith("RCPT"))
                .hasSize(1);
    }

    @Test
    void theMailIsReadableInBothFormsAndKeepsItsId() throws Exception {
        assertThat(send("OPTIONAL", "ida@example.com")).isInstanceOf(Transaction.Taken.class);

        MimeMessage mail = green.getReceivedMessages()[0];
        assertThat(mail.getMessageID()).isEqualTo("<0192f000-0000-7000-8000-00000000abcd@bellwether>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(GreenMailUtil.getWholeMessage(mail))
                .contains("text/plain", "in text", "text/html", "<p>in html</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, 421 4.3.2 shutting down, CONNECT, 421",
        "CONNECT, 554 5.7.1 go away, CONNECT, 554",
        "MAIL FROM, 451 4.3.0 later, SENDER, 451",
        "RCPT TO:<ida@, 550 5.1.1 no such user, RECIPIENT, 550",
        "RCPT TO:<ida@, 450 4.7.1 greylisted, RECIPIENT, 450",
        "DATA, 452 4.3.1 disk full, CONTENT, 452",
        "., 421 4.3.2 shutting down, HANDED_OVER, 421",
        "., 554 5.6.0 not like this, HANDED_OVER, 554",
    })
    void whatTheServerRefusesIsToldWithItsPlace(String command, String reply, Step step, int code) throws Exception {
        smtp.answers(command, reply);

        assertThat(send("OPTIONAL", "ida@example.com")).isEqualTo(new Transaction.Refused(step, code, reply));
        assertThat(green.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatRefusesAndHangsUpHasStillRefused() throws Exception {
        smtp.answers(".", "421 4.3.2 shutting down").answers("RSET", ScriptedSmtp.DROP);

        assertThat(send("OPTIONAL", "ida@example.com"))
                .isEqualTo(new Transaction.Refused(Step.HANDED_OVER, 421, "421 4.3.2 shutting down"));
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, DROP, CONNECT",
        "MAIL FROM, DROP, SENDER",
        "RCPT TO, DROP, RECIPIENT",
        "RCPT TO, SILENCE, RECIPIENT",
        "DATA, DROP, CONTENT",
        "., DROP, HANDED_OVER",
        "., SILENCE, HANDED_OVER",
        "., TAKE AND DROP, HANDED_OVER",
    })
    void aConnectionThatBreaksIsToldWithItsPlace(String command, String reply, Step step) throws Exception {
        smtp.answers(command, reply);

        assertThat(send("OPTIONAL", "ida@example.com"))
                .asInstanceOf(type(Transaction.Lost.class))
                .extracting(Transaction.Lost::step)
                .isEqualTo(step);
    }

    @Test
    void aServerThatIsMerelySlowIsLeftInTheEnd() throws Exception {
        smtp.answers("RCPT TO", ScriptedSmtp.SILENCE);
        MailServer patient = server("OPTIONAL", Optional.empty(), Duration.ofMinutes(1));

        assertThat(new SmtpClient(patient)
                        .send(mail(patient), to("ida@example.com"), Deadline.in(Duration.ofMillis(300))))
                .asInstanceOf(type(Transaction.Lost.class))
                .extracting(Transaction.Lost::step)
                .isEqualTo(Step.RECIPIENT);
    }

    @Test
    void aServerThatNeverEndsItsHandshakeIsLeftInTheEnd() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MailServer patient =
                    server(silent.getLocalPort(), Optional.of(true), Optional.empty(), Duration.ofMinutes(1));

            assertThat(new SmtpClient(patient)
                            .send(mail(patient), to("ida@example.com"), Deadline.in(Duration.ofMillis(300))))
                    .asInstanceOf(type(Transaction.Lost.class))
                    .satisfies(lost -> assertThat(lost.step()).isEqualTo(Step.CONNECT))
                    .satisfies(lost -> assertThat(lost.why()).contains("too slow"));
        }
    }

    @Test
    void whereNoTimeIsLeftNothingIsSent() throws Exception {
        MailServer server = server("OPTIONAL", Optional.empty());

        assertThat(new SmtpClient(server).send(mail(server), to("ida@example.com"), Deadline.in(Duration.ZERO)))
                .isInstanceOf(Transaction.Lost.class);
        assertThat(green.getReceivedMessages()).isEmpty();
    }

    @Test
    void nobodyAtThePortIsALostConnectionThatSaysWhatToSet() throws Exception {
        smtp.close();

        assertThat(send("OPTIONAL", "ida@example.com"))
                .asInstanceOf(type(Transaction.Lost.class))
                .satisfies(lost -> assertThat(lost.step()).isEqualTo(Step.CONNECT))
                .satisfies(lost -> assertThat(lost.why()).contains("QUARKUS_MAILER_HOST"));
    }

    @Test
    void noMailGoesInTheClearWhereEncryptionIsRequired() throws Exception {
        assertThat(send("REQUIRED", "ida@example.com"))
                .asInstanceOf(type(Transaction.Unfit.class))
                .satisfies(unfit -> assertThat(unfit.why()).contains("STARTTLS"));
        assertThat(smtp.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void aServerThatOffersEncryptionAndCannotDoItGetsNoMail() throws Exception {
        smtp.answers("EHLO", "250-here\r\n250 STARTTLS").answers("STARTTLS", "454 4.7.0 not just now");

        assertThat(send("REQUIRED", "ida@example.com"))
                .isEqualTo(new Transaction.Refused(Step.CONNECT, 454, "454 4.7.0 not just now"));
    }

    @Test
    void aMailGoesEncryptedToAServerThatIsTrusted() throws Exception {
        smtp.answers("EHLO", "250-here\r\n250 STARTTLS").answers("STARTTLS", ScriptedSmtp.TLS);
        MailServer trusting = server("REQUIRED", Optional.of(authority.writePem(directory.resolve("ca.pem"))));

        assertThat(new SmtpClient(trusting).send(mail(trusting), to("ida@example.com"), IN_TIME))
                .isInstanceOf(Transaction.Taken.class);
        assertThat(green.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerWithAStrangersCertificateGetsNoMail() throws Exception {
        smtp.answers("EHLO", "250-here\r\n250 STARTTLS").answers("STARTTLS", ScriptedSmtp.TLS);

        assertThat(send("REQUIRED", "ida@example.com")).isInstanceOf(Transaction.Unfit.class);
        assertThat(green.getReceivedMessages()).isEmpty();
    }

    @Test
    void aMailGoesEncryptedFromTheFirstByte() throws Exception {
        GreenMail encrypted = new GreenMail(ServerSetup.SMTPS.dynamicPort());
        encrypted.start();
        try {
            MailServer server = server(encrypted.getSmtps().getPort(), Optional.of(true), Optional.empty());

            assertThat(new SmtpClient(server).send(mail(server), to("ida@example.com"), IN_TIME))
                    .isInstanceOf(Transaction.Taken.class);
            assertThat(encrypted.getReceivedMessages()).hasSize(1);
        } finally {
            encrypted.stop();
        }
    }

    @Test
    void aServerThatDoesNotSpeakTlsGetsNoMailInTheClear() throws Exception {
        MailServer server = server(smtp.port(), Optional.of(true), Optional.empty());

        assertThat(new SmtpClient(server).send(mail(server), to("ida@example.com"), IN_TIME))
                .isInstanceOf(Transaction.Unfit.class);
    }

    @Test
    void aWrongPasswordIsRefusedBeforeAnyMail() throws Exception {
        smtp.answers("EHLO", "250-here\r\n250 AUTH PLAIN").answers("AUTH", "535 5.7.8 wrong password");
        MailServer server = server(smtp.port(), Optional.empty(), Optional.of("bellwether"));

        assertThat(new SmtpClient(server).send(mail(server), to("ida@example.com"), IN_TIME))
                .isEqualTo(new Transaction.Refused(Step.CONNECT, 535, "535 5.7.8 wrong password"));
    }

    @Test
    void aServerThatOffersNoSignInGetsNoMailWhereItIsRequired() throws Exception {
        smtp.answers("EHLO", "250 here");
        MailServer server = server(smtp.port(), Optional.empty(), Optional.of("bellwether"));

        assertThat(new SmtpClient(server).send(mail(server), to("ida@example.com"), IN_TIME))
                .isInstanceOf(Transaction.Unfit.class);
        assertThat(smtp.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    /** Believes any certificate, and insists on a sign-in when there is a user. */
    private static MailServer server(int port, Optional<Boolean> tls, Optional<String> user) {
        return server(port, tls, user, Duration.ofSeconds(2));
    }

    private static MailServer server(int port, Optional<Boolean> tls, Optional<String> user, Duration timeout) {
        return new MailServer(
                "localhost",
                Optional.of(port),
                user,
                user.map(_ -> "password"),
                tls,
                false,
                MailServer.StartTls.OPTIONAL,
                true,
                user.isPresent() ? MailServer.Login.REQUIRED : MailServer.Login.NONE,
                Optional.empty(),
                Optional.empty(),
                timeout,
                new Authorities(Optional.empty()));
    }

    private Transaction send(String startTls, String recipient) throws MessagingException {
        MailServer server = server(startTls, Optional.empty());
        return new SmtpClient(server).send(mail(server), to(recipient), IN_TIME);
    }

    private MailServer server(String startTls, Optional<Path> authorities) {
        return server(startTls, authorities, Duration.ofMillis(500));
    }

    private MailServer server(String startTls, Optional<Path> authorities, Duration timeout) {
        return new MailServer(
                "localhost",
                Optional.of(smtp.port()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                MailServer.StartTls.valueOf(startTls),
                false,
                MailServer.Login.OPTIONAL,
                Optional.empty(),
                Optional.empty(),
                timeout,
                new Authorities(authorities));
    }

    private MimeMessage mail(MailServer server) throws MessagingException {
        Mime.Envelope envelope =
                new Mime.Envelope(to("bellwether@example.org"), "bounces+token@example.org", to("ida@example.com"));
        return Mime.of(
                server.session(),
                envelope,
                Messages.of(Happening.FIRING, Severity.CRITICAL),
                now,
                "in text",
                "<p>in html</p>");
    }

    private static InternetAddress to(String address) throws MessagingException {
        return new InternetAddress(address);
    }
}
