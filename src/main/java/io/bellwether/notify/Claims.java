package io.bellwether.notify;

import io.bellwether.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Takes messages that are to be sent, by the database's clock. */
@ApplicationScoped
class Claims {

    static final int MOST_ATTEMPTS = 50;
    /** So many mailboxes of which there was nothing to tell after all are looked at in one transaction. */
    private static final int MOST_LOOKS = 50;

    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final Mailboxes mailboxes;
    private final Packer packer;
    private final Intents intents;
    private final Jdbi jdbi;

    Claims(Mailboxes mailboxes, Packer packer, Intents intents, Jdbi jdbi) {
        this.mailboxes = mailboxes;
        this.packer = packer;
        this.intents = intents;
        this.jdbi = jdbi;
    }

    /** What a look for something to send has found. */
    sealed interface Found {

        record Something(Claim claim) implements Found {}

        /** There may be more. */
        record NothingYet() implements Found {}

        record Nothing() implements Found {}
    }

    /** @param busy channels to leave alone */
    @Transactional
    Found next(Collection<UUID> busy) {
        Instant now = now();
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            Optional<Mailbox> due = mailboxes.due(busy);
            if (due.isEmpty()) {
                return new Found.Nothing();
            }
            Optional<Claim> claim = claim(due.get(), now);
            if (claim.isPresent()) {
                return new Found.Something(claim.get());
            }
            mailboxes.lookLater(due.get());
        }
        return new Found.NothingYet();
    }

    /** Gives up what is too old, was tried too often, or has lost its channel. */
    @Transactional
    void bury() {
        intents.bury(MOST_ATTEMPTS);
    }

    /** Lets the others go first. */
    @Transactional
    void postpone(Unpackable unpackable) {
        mailboxes.postpone(unpackable.mailbox, AFTER_A_FAILURE);
    }

    /** What there is to tell to a mailbox could not be put together; a fault of ours. */
    static final class Unpackable extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final long mailbox;

        Unpackable(long mailbox, RuntimeException cause) {
            super("mailbox " + mailbox, cause);
            this.mailbox = mailbox;
        }
    }

    private Optional<Claim> claim(Mailbox mailbox, Instant now) {
        try {
            UUID token = Ids.next();
            if (mailbox.parcel() != null) {
                intents.sentAgain(mailbox.id());
                return Optional.of(mailboxes.leaseAgain(mailbox, mailbox.parcel(), token));
            }
            return packer.pack(mailbox, now).map(parcel -> mailboxes.lease(mailbox, parcel, token));
        } catch (RuntimeException e) {
            throw new Unpackable(mailbox.id(), e);
        }
    }

    private Instant now() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT now()")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant());
    }
}
