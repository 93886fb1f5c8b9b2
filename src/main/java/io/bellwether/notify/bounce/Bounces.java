package io.bellwether.notify.bounce;

import io.bellwether.alert.InternalAlert;
import io.bellwether.alert.InternalAlerts;
import io.bellwether.alert.InternalRule;
import io.bellwether.core.language.PlainText;
import io.bellwether.platform.Audit;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Counts mail that comes back; an address whose mails fail for good twice gets no more until somebody says so. */
@ApplicationScoped
public class Bounces {

    private static final Logger LOG = Logger.getLogger(Bounces.class);
    private static final int PATIENCE = 2;
    private static final int LONGEST = 500;

    private final BounceTable table;
    private final ReturnPath returnPath;
    private final InternalAlerts alerts;
    private final Audit audit;

    Bounces(BounceTable table, ReturnPath returnPath, InternalAlerts alerts, Audit audit) {
        this.table = table;
        this.returnPath = returnPath;
        this.alerts = alerts;
        this.audit = audit;
    }

    /** Remembers to whom a mail goes; to be called before it may come back. */
    @Transactional
    public void sending(UUID message, String address) {
        table.sending(message, EmailAddress.key(address));
    }

    /** The mail server itself said that there is no such mailbox. */
    @Transactional
    public void refused(UUID message, String address, String status, String diagnostic) {
        count(message, EmailAddress.key(address), new Returned.Failure("", true, status, diagnostic));
    }

    /** Why the address gets no more mail; empty when it does. */
    @Transactional
    public Optional<String> disabled(String address) {
        return table.find(EmailAddress.key(address), PATIENCE)
                .filter(Undelivered::disabled)
                .map(known -> "Not sent: "
                        + known.address() + " could not be delivered to " + known.hard() + " times, at last with "
                        + known.status() + ". DELETE /api/v1/bounces/" + known.address() + " lets it have mail again.");
    }

    /**
     * Takes a mail that came back, as it is. The same one twice counts once.
     *
     * @throws Problem 400 when it is no mail
     */
    @Transactional
    Bounce take(byte[] mail) {
        return switch (read(mail)) {
            case Returned.Nothing(String why) -> Bounce.ignored(why);
            case Returned.Failure failure ->
                returnPath
                        .message(failure.addresses())
                        .map(message -> about(message, failure))
                        .orElseGet(() -> Bounce.ignored("It is not addressed to a return path of ours."));
        };
    }

    List<Undelivered> list() {
        return table.all(PATIENCE);
    }

    /**
     * Forgets what came back from the address.
     *
     * @throws Problem 404 when nothing did
     */
    @Transactional
    void forgive(String address) {
        if (!table.remove(EmailAddress.key(address))) {
            throw Problem.notFound("bounce of", address);
        }
        alerts.clear(InternalRule.MAILBOX_DISABLED, EmailAddress.key(address), address.strip() + " gets mail again.");
        audit.record("bounce.forgive", "address/" + EmailAddress.key(address), Map.of());
    }

    private Bounce about(UUID message, Returned.Failure failure) {
        return table.recipient(message)
                .map(address -> count(message, address, failure))
                .orElseGet(() -> Bounce.ignored("The mail it is about is not known any more."));
    }

    private Bounce count(UUID message, String address, Returned.Failure failure) {
        boolean before = isDisabled(address);
        table.add(message, address, failure);
        boolean disabled = isDisabled(address);
        if (disabled && !before) {
            LOG.warnf("%s gets no more mail: %s %s", address, failure.status(), failure.diagnostic());
            audit.record("bounce.disable", "address/" + address, Map.of("status", failure.status()));
            alerts.raise(alert(address, failure));
        }
        BounceKind kind = failure.hard() ? BounceKind.HARD : BounceKind.SOFT;
        return new Bounce(kind, address, failure.status(), failure.diagnostic(), disabled);
    }

    private static InternalAlert alert(String address, Returned.Failure failure) {
        return InternalAlert.of(
                InternalRule.MAILBOX_DISABLED,
                address,
                address,
                address + " gets no more mail: " + PATIENCE + " mails to it came back, at last with " + failure.status()
                        + " (" + PlainText.line(failure.diagnostic(), LONGEST)
                        + "). Enter another address, or let it have"
                        + " mail again: DELETE /api/v1/bounces/" + address + ".");
    }

    private boolean isDisabled(String address) {
        return table.find(address, PATIENCE).map(Undelivered::disabled).orElse(false);
    }

    private static Returned read(byte[] mail) {
        try {
            return DeliveryReport.read(mail);
        } catch (MessagingException | IOException e) {
            throw Problem.badRequest("This cannot be read as a mail: " + e.getMessage() + ".");
        }
    }
}
