package io.bellwether.notify;

import io.bellwether.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Writes down what came of attempts. */
@ApplicationScoped
class Outcomes {

    private final Jdbi jdbi;
    private final Mailboxes mailboxes;
    private final Intents intents;
    private final AlertGroups groups;
    private final ChannelKinds kinds;
    private final ChannelAlerts channels;

    Outcomes(
            Jdbi jdbi,
            Mailboxes mailboxes,
            Intents intents,
            AlertGroups groups,
            ChannelKinds kinds,
            ChannelAlerts channels) {
        this.jdbi = jdbi;
        this.mailboxes = mailboxes;
        this.intents = intents;
        this.groups = groups;
        this.kinds = kinds;
        this.channels = channels;
    }

    /** Keeps the attempt as evidence while the lease is still ours; a late one changes nothing but the channel. */
    @Transactional
    void settle(Claim claim, Delivery delivery, Duration took, Settlement settlement) {
        // The channel before its mailboxes: so do they who change a channel.
        changeChannel(claim.target().channelId(), settlement);
        if (mailboxes.holds(claim)) {
            keep(claim, delivery, took);
            change(claim, settlement);
        }
    }

    /** What a test has shown of the channel: when the provider takes something, whatever was wrong is mended. */
    @Transactional
    void learn(UUID channel, Delivery delivery) {
        switch (delivery) {
            case Delivery.Delivered _ -> channels.works(channel);
            case Delivery.Rejected(String why, boolean broken) when broken -> channels.broken(channel, why);
            case Delivery.RetryLater retry
            when retry.channelWide() && retry.after().isPositive() -> pause(channel, retry.after());
            case Delivery.Rejected _, Delivery.RetryLater _, Delivery.Ambiguous _ -> {}
        }
    }

    private void change(Claim claim, Settlement settlement) {
        long mailbox = claim.mailbox();
        switch (settlement.end()) {
            case TAKEN -> {
                intents.settle(mailbox, IntentState.DELIVERED, settlement.reason(), settlement.possibleDuplicate());
                groups.told(claim.parcel().standings());
                mailboxes.release(claim, kinds.pace(claim.target().kind()), 0);
            }
            case NOT_TAKEN -> {
                intents.settle(mailbox, IntentState.WAITING, settlement.reason(), settlement.possibleDuplicate());
                groups.lookAgain(claim.parcel().standings().keySet());
                mailboxes.release(claim, settlement.delay(), claim.attempts());
            }
            case IN_DOUBT -> mailboxes.keep(claim, settlement.delay());
            case GIVEN_UP_IN_DOUBT -> {
                intents.settle(mailbox, IntentState.DEAD, settlement.reason(), true);
                groups.told(claim.parcel().standings());
                mailboxes.release(claim, Duration.ZERO, 0);
            }
            case REFUSED -> {
                if (settlement.channelBroken() != null) {
                    intents.passOn(mailbox);
                }
                intents.settle(mailbox, IntentState.DEAD, settlement.reason(), settlement.possibleDuplicate());
                groups.lookAgain(claim.parcel().standings().keySet());
                mailboxes.release(claim, Duration.ZERO, 0);
            }
        }
    }

    private void keep(Claim claim, Delivery delivery, Duration took) {
        UUID attempt = Ids.next();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        WITH attempt AS (
                            INSERT INTO delivery_attempt (id, at, outcome, detail, took_ms)
                            VALUES (:id, now() - :took * interval '1 millisecond', :outcome, :detail, :took))
                        INSERT INTO attempt_intent (attempt_id, intent_id)
                        SELECT :id, id FROM intent WHERE mailbox_id = :mailbox AND state = 'SENDING'""")
                .bind("id", attempt)
                .bind("mailbox", claim.mailbox())
                .bind("outcome", DeliveryOutcome.of(delivery).name())
                .bind("detail", delivery.why())
                .bind("took", took.toNanos() / 1e6)
                .execute());
    }

    private void changeChannel(UUID channel, Settlement settlement) {
        if (settlement.end() == Settlement.End.TAKEN) {
            channels.works(channel);
        }
        if (settlement.channelBroken() != null) {
            channels.broken(channel, settlement.channelBroken());
        }
        if (settlement.channelPause().isPositive()) {
            pause(channel, settlement.channelPause());
        }
    }

    private void pause(UUID channel, Duration wait) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE channel
                           SET paused_until = greatest(paused_until, now() + :wait * interval '1 millisecond')
                         WHERE id = :id""")
                .bind("wait", wait.toMillis())
                .bind("id", channel)
                .execute());
    }
}
