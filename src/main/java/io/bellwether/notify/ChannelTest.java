package io.bellwether.notify;

/**
 * What came of a test message.
 *
 * @param outcome how it ended; with several recipients the first that is not DELIVERED
 * @param detail the provider's own answer
 * @param tookMs how long it took, in milliseconds
 */
public record ChannelTest(DeliveryOutcome outcome, String detail, double tookMs) {}
