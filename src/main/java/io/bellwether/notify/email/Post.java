package io.bellwether.notify.email;

import io.bellwether.notify.Message;
import io.bellwether.notify.bounce.ReturnPath;
import io.bellwether.platform.egress.Deadline;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes a mail of a message and hands it to the server. */
@Singleton
final class Post {

    /** For both forms together; below what a channel may take for an attempt. */
    private static final Duration LONGEST = Duration.ofSeconds(35);

    private final SmtpClient client;
    private final MailServer server;
    private final Templates templates;
    private final ReturnPath returnPath;
    private final String from;
    private final Clock clock;

    Post(
            SmtpClient client,
            MailServer server,
            Templates templates,
            ReturnPath returnPath,
            @ConfigProperty(name = "quarkus.mailer.from") String from,
            Clock clock) {
        this.client = client;
        this.server = server;
        this.templates = templates;
        this.returnPath = returnPath;
        this.from = from;
        this.clock = clock;
    }

    /** What a mail would say: its subject and both forms. */
    Map<String, String> shown(Message message) {
        Letter letter = Letter.of(message);
        return Map.of("subject", letter.title(), "text", templates.text(letter), "html", templates.html(letter));
    }

    /** In both forms; a server that does not like them gets the text alone. */
    Transaction send(Message message, String address) {
        Letter letter = Letter.of(message);
        Deadline deadline = Deadline.in(LONGEST);
        try {
            InternetAddress to = new InternetAddress(address, true);
            Transaction end = send(message, to, letter, templates.html(letter), deadline);
            boolean again = end instanceof Transaction.Refused refused && refused.formRefused();
            return again ? send(message, to, letter, null, deadline) : end;
        } catch (AddressException e) {
            return new Transaction.Refused(Step.RECIPIENT, 553, "553 5.1.3 Not an address: " + e.getMessage());
        }
    }

    private Transaction send(
            Message message, InternetAddress to, Letter letter, @Nullable String html, Deadline deadline) {
        try {
            InternetAddress sender = new InternetAddress(from, true);
            Mime.Envelope envelope = new Mime.Envelope(sender, returnPath.of(message.id(), sender.getAddress()), to);
            return client.send(
                    Mime.of(server.session(), envelope, message, clock.instant(), templates.text(letter), html),
                    to,
                    deadline);
        } catch (AddressException e) {
            return new Transaction.Unfit("QUARKUS_MAILER_FROM is not an address: " + from);
        } catch (MessagingException e) {
            return new Transaction.Unfit("The mail could not be put together: " + e.getMessage());
        }
    }
}
