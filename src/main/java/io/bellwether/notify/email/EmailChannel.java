package io.bellwether.notify.email;

import io.bellwether.notify.Channel;
import io.bellwether.notify.Delivery;
import io.bellwether.notify.Message;
import io.bellwether.notify.Recipients;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends mail through the configured server, HTML and text in one, one recipient per mail. */
@Singleton
final class EmailChannel implements Channel<EmailChannel.Settings> {

    /** @param to fixed addresses; when absent or empty the vendor's owners are written to, each in his voice */
    record Settings(@Nullable @Size(max = 50) List<@NotBlank @Email @Size(max = 254) String> to) {}

    private final Mailer mailer;
    private final MailServer server;
    private final Templates templates;

    EmailChannel(Mailer mailer, MailServer server, Templates templates) {
        this.mailer = mailer;
        this.server = server;
        this.templates = templates;
    }

    @Override
    public String kind() {
        return "email";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Recipients recipients(Settings settings) {
        return settings.to() == null || settings.to().isEmpty()
                ? new Recipients.VendorOwners()
                : new Recipients.Addresses(settings.to());
    }

    @Override
    public boolean gathers() {
        return true;
    }

    @Override
    public Delivery send(Message message, Settings settings, String address) {
        Mail mail = mail(message, address);
        try {
            mailer.send(mail);
            return new Delivery.Delivered("Taken by the mail server " + server.name() + ".");
        } catch (RuntimeException e) {
            return server.judge(e);
        }
    }

    /** The ids follow from the message, so a repeated mail can be known as such and an alert's mails hang together. */
    private Mail mail(Message message, String address) {
        Letter letter = Letter.of(message);
        String thread = "<" + message.lead().episode() + "@bellwether>";
        return new Mail()
                .addTo(address)
                .setSubject(letter.title())
                .setHtml(templates.html(letter))
                .setText(templates.text(letter))
                .addHeader("Message-ID", "<" + message.id() + "@bellwether>")
                .addHeader("In-Reply-To", thread)
                .addHeader("References", thread)
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
