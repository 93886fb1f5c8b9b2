package io.bellwether.notify;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt changes.
 *
 * @param state the intent's next state
 * @param delay until its next attempt, when it waits
 * @param channelPause how long nothing may go through the channel, zero for no pause
 * @param channelBroken why the channel is of no use; null when that is not known
 */
record Settlement(
        IntentState state,
        Duration delay,
        String reason,
        boolean possibleDuplicate,
        Duration channelPause,
        @Nullable String channelBroken) {

    private static final int IN_DOUBT = 5;

    static Settlement of(
            Delivery delivery, int attempts, boolean possibleDuplicate, Backoff backoff, RandomGenerator random) {
        Duration backedOff = backoff.after(attempts, random);
        return switch (delivery) {
            case Delivery.Delivered(String why) -> finished(IntentState.DELIVERED, why, possibleDuplicate, null);
            case Delivery.Rejected(String why, boolean channelBroken) ->
                finished(IntentState.DEAD, why, possibleDuplicate, channelBroken ? why : null);
            case Delivery.RetryLater(Duration after, String why, boolean channelWide) -> {
                Duration longer = after.compareTo(backedOff) > 0 ? after : backedOff;
                yield waiting(longer, why, possibleDuplicate, channelWide ? longer : Duration.ZERO);
            }
            case Delivery.Ambiguous(String why)
            when possibleDuplicate ->
                finished(IntentState.DEAD, "It may have arrived, twice in doubt: " + why, true, null);
            // There is one more try only, so whatever is wrong gets time to pass.
            case Delivery.Ambiguous(String why) ->
                waiting(backoff.ceiling(attempts + IN_DOUBT), why, true, Duration.ZERO);
        };
    }

    private static Settlement finished(
            IntentState state, String reason, boolean possibleDuplicate, @Nullable String channelBroken) {
        return new Settlement(state, Duration.ZERO, reason, possibleDuplicate, Duration.ZERO, channelBroken);
    }

    private static Settlement waiting(Duration delay, String reason, boolean possibleDuplicate, Duration pause) {
        return new Settlement(IntentState.WAITING, delay, reason, possibleDuplicate, pause, null);
    }
}
