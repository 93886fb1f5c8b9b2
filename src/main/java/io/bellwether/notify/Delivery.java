package io.bellwether.notify;

import java.time.Duration;

/** How one attempt to hand a message to a provider ended. The texts are for people and never contain a secret. */
public sealed interface Delivery {

    /** What the provider answered, or why there is no answer. */
    String why();

    /** The provider took it. */
    record Delivered(String why) implements Delivery {}

    /**
     * Not taken, and known not to be taken; worth another try.
     *
     * @param after how long the provider asks to wait, zero when it does not say; the back-off applies beside it
     * @param channelWide whether the wait holds for everything that goes through the channel (throttled)
     */
    record RetryLater(Duration after, String why, boolean channelWide) implements Delivery {

        public static RetryLater soon(String why) {
            return new RetryLater(Duration.ZERO, why, false);
        }

        public static RetryLater throttled(Duration after, String why) {
            return new RetryLater(after, why, true);
        }
    }

    /**
     * Refused for good.
     *
     * @param channelBroken whether the fault is the channel's (revoked, gone, wrong password), not the message's
     */
    record Rejected(String why, boolean channelBroken) implements Delivery {}

    /** Sent, but whether it was taken is unknown: the connection broke before the answer. */
    record Ambiguous(String why) implements Delivery {}
}
