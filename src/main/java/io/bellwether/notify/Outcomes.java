package io.bellwether.notify;

import io.bellwether.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes down what came of attempts. */
@ApplicationScoped
class Outcomes {

    private final Jdbi jdbi;
    private final Intents intents;

    Outcomes(Jdbi jdbi, Intents intents) {
        this.jdbi = jdbi;
        this.intents = intents;
    }

    /**
     * Keeps the attempt as evidence in any case; it changes the intent only while the lease is still ours. A begin that
     * failed while its end already waits is joined with it.
     */
    @Transactional
    void settle(Claim claim, Delivery delivery, Duration took, Settlement settlement) {
        keep(claim, delivery, took);
        changeChannel(claim.target().channelId(), settlement);
        if (!change(claim, settlement) || claim.message().happening().over()) {
            return;
        }
        if (settlement.state() != IntentState.DELIVERED) {
            intents.waitingEnd(claim.message(), claim.target().receiver()).ifPresent(end -> join(claim, end));
        }
    }

    /** The provider took something: whatever was wrong with the channel is mended. */
    @Transactional
    void learn(UUID channel, Delivery delivery) {
        switch (delivery) {
            case Delivery.Delivered _ -> mend(channel);
            case Delivery.Rejected(String why, boolean broken) when broken -> breakDown(channel, why);
            case Delivery.Rejected _, Delivery.RetryLater _, Delivery.Ambiguous _ -> {}
        }
    }

    private void join(Claim claim, Intent end) {
        intents.coalesceBefore(end.message(), claim.target().receiver());
        if (claim.message().happening() == Happening.FIRING) {
            intents.replace(end.message().joinedWith(claim.message()));
        }
    }

    private boolean change(Claim claim, Settlement settlement) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE intent SET state = :state, reason = :reason, possible_duplicate = :duplicate,
                               not_before = now() + :wait * interval '1 millisecond',
                               finished_at = CASE WHEN :state = 'WAITING' THEN NULL ELSE now() END,
                               lease_token = NULL, lease_until = NULL
                         WHERE id = :id AND lease_token = :token""")
                        .bind("state", settlement.state().name())
                        .bind("reason", settlement.reason())
                        .bind("duplicate", settlement.possibleDuplicate())
                        .bind("wait", settlement.delay().toMillis())
                        .bind("id", claim.message().id())
                        .bind("token", claim.token())
                        .execute()
                == 1);
    }

    private void keep(Claim claim, Delivery delivery, Duration took) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO delivery_attempt (id, intent_id, at, outcome, detail, took_ms)
                        VALUES (:id, :intent, now() - :took * interval '1 millisecond', :outcome, :detail, :took)""")
                .bind("id", Ids.next())
                .bind("intent", claim.message().id())
                .bind("outcome", DeliveryOutcome.of(delivery).name())
                .bind("detail", delivery.why())
                .bind("took", took.toNanos() / 1e6)
                .execute());
    }

    private void changeChannel(UUID channel, Settlement settlement) {
        if (settlement.state() == IntentState.DELIVERED) {
            mend(channel);
        }
        if (settlement.channelBroken() != null) {
            breakDown(channel, settlement.channelBroken());
        }
        if (settlement.channelPause().isPositive()) {
            pause(channel, settlement.channelPause());
        }
    }

    private void mend(UUID channel) {
        setBroken(channel, null);
    }

    private void breakDown(UUID channel, String why) {
        setBroken(channel, why);
    }

    private void setBroken(UUID channel, @Nullable String why) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        UPDATE channel SET broken_reason = :why
                         WHERE id = :id AND broken_reason IS DISTINCT FROM :why""").bind("why", why).bind("id", channel).execute());
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
