package io.bellwether.notify;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: what one receiver was to be told about one change of one alert, and what came of it.
 *
 * @param alert the alert's id
 * @param transition the number of the change within the alert
 * @param receiver the address, or scheme and host of a secret URL
 * @param reason why it stands as it does, in words; behind what it is told for when that is a step of an escalation
 * @param possibleDuplicate whether the receiver may have got it more than once
 * @param insteadOf the notification of a broken channel that this one stands in for; mostly null
 */
public record Notification(
        UUID id,
        UUID alert,
        int transition,
        Happening kind,
        Channel channel,
        String receiver,
        Audience lens,
        String title,
        IntentState state,
        String reason,
        int attempts,
        boolean possibleDuplicate,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant finishedAt,
        @Nullable UUID insteadOf,
        List<Attempt> deliveries) {

    Notification withDeliveries(List<Attempt> attemptsMade) {
        return new Notification(
                id,
                alert,
                transition,
                kind,
                channel,
                receiver,
                lens,
                title,
                state,
                reason,
                attempts,
                possibleDuplicate,
                createdAt,
                expiresAt,
                finishedAt,
                insteadOf,
                attemptsMade);
    }

    /** The channel it goes through. */
    public record Channel(UUID id, String kind, String name) {}

    /**
     * One attempt on the wire.
     *
     * @param detail what the provider answered
     * @param tookMs how long it took, in milliseconds
     */
    public record Attempt(Instant at, DeliveryOutcome outcome, String detail, double tookMs) {}
}
