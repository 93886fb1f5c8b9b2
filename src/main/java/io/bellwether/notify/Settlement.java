package io.bellwether.notify;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt changes.
 *
 * @param delay until the next attempt, when there is one
 * @param channelPause how long nothing may go through the channel, zero for no pause
 * @param channelBroken why the channel is of no use; null when that is not known
 */
record Settlement(
        End end,
        Duration delay,
        String reason,
        boolean possibleDuplicate,
        Duration channelPause,
        @Nullable String channelBroken) {

    private static final int PATIENCE_IN_DOUBT = 5;

    /** What came of a message. */
    enum End {
        TAKEN,
        /** For sure; its news goes out later, with what there is to tell by then. */
        NOT_TAKEN,
        /** Perhaps taken; the very same goes out once more. */
        IN_DOUBT,
        GIVEN_UP_IN_DOUBT,
        REFUSED
    }

    static Settlement of(
            Delivery delivery, int attempts, boolean possibleDuplicate, Backoff backoff, RandomGenerator random) {
        Duration backedOff = backoff.after(attempts, random);
        return switch (delivery) {
            case Delivery.Delivered(String why) -> finished(End.TAKEN, why, possibleDuplicate, null);
            case Delivery.Rejected(String why, boolean broken) ->
                finished(End.REFUSED, why, possibleDuplicate, broken ? why : null);
            case Delivery.RetryLater _
            when possibleDuplicate && attempts >= Claims.MOST_ATTEMPTS ->
                finished(
                        End.GIVEN_UP_IN_DOUBT,
                        "Given up after " + attempts + " attempts: " + delivery.why(),
                        true,
                        null);
            case Delivery.RetryLater(Duration after, String why, boolean channelWide) -> {
                // Who throttles is left alone for the whole of the back-off: chance might make that no time at all.
                Duration own = channelWide ? backoff.ceiling(attempts) : backedOff;
                Duration longer = after.compareTo(own) > 0 ? after : own;
                Duration pause = channelWide ? longer : Duration.ZERO;
                End end = possibleDuplicate ? End.IN_DOUBT : End.NOT_TAKEN;
                yield new Settlement(end, longer, why, possibleDuplicate, pause, null);
            }
            case Delivery.Ambiguous(String why)
            when possibleDuplicate ->
                finished(End.GIVEN_UP_IN_DOUBT, "It may have arrived, twice in doubt: " + why, true, null);
            // There is one more try only, so whatever is wrong gets time to pass.
            case Delivery.Ambiguous(String why) ->
                new Settlement(
                        End.IN_DOUBT, backoff.ceiling(attempts + PATIENCE_IN_DOUBT), why, true, Duration.ZERO, null);
        };
    }

    private static Settlement finished(
            End end, String reason, boolean possibleDuplicate, @Nullable String channelBroken) {
        return new Settlement(end, Duration.ZERO, reason, possibleDuplicate, Duration.ZERO, channelBroken);
    }
}
