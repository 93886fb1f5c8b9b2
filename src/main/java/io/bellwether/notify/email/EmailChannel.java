package io.bellwether.notify.email;

import io.bellwether.notify.Channel;
import io.bellwether.notify.Delivery;
import io.bellwether.notify.Message;
import io.bellwether.notify.Recipients;
import io.bellwether.notify.bounce.Bounces;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends mail through the configured server, HTML and text in one, one recipient per mail. */
@Singleton
final class EmailChannel implements Channel<EmailChannel.Settings> {

    /** @param to fixed addresses; when absent or empty the vendor's owners are written to, each in his voice */
    record Settings(@Nullable @Size(max = 50) List<@NotBlank @Email @Size(max = 254) String> to) {

        boolean leadsOnlyTo(String address) {
            return to != null && to.equals(List.of(address));
        }
    }

    private final Post post;
    private final Bounces bounces;

    EmailChannel(Post post, Bounces bounces) {
        this.post = post;
        this.bounces = bounces;
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
    public Object shown(Message message) {
        return post.shown(message);
    }

    /** A test goes out in any case: somebody wants to know. */
    @Override
    public Delivery send(Message message, Settings settings, String address) {
        Optional<String> disabled = message.test() ? Optional.empty() : bounces.disabled(address);
        if (disabled.isPresent()) {
            return new Delivery.Rejected(disabled.get(), settings.leadsOnlyTo(address));
        }
        bounces.sending(message.id(), address);
        Transaction end = post.send(message, address);
        if (!message.test() && end instanceof Transaction.Refused refused && refused.recipientGone()) {
            bounces.refused(message.id(), address, refused.status(), refused.reply());
        }
        return MailVerdict.of(end, settings.leadsOnlyTo(address));
    }
}
