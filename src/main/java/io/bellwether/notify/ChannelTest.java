package io.bellwether.notify;

import java.util.List;

/**
 * What came of a test message.
 *
 * @param outcome how it ended; with several recipients the first that is not DELIVERED
 * @param detail the provider's own answer
 * @param tookMs how long it took, in milliseconds
 * @param recipients what came of each, when the channel leads to several; else empty
 */
public record ChannelTest(DeliveryOutcome outcome, String detail, double tookMs, List<Recipient> recipients) {

    /** As for the whole, of one recipient. */
    public record Recipient(String address, DeliveryOutcome outcome, String detail, double tookMs) {}

    static ChannelTest of(List<Recipient> all) {
        Recipient shown = all.stream()
                .filter(one -> one.outcome() != DeliveryOutcome.DELIVERED)
                .findFirst()
                .orElse(all.getFirst());
        double tookMs = all.stream().mapToDouble(Recipient::tookMs).sum();
        return new ChannelTest(shown.outcome(), shown.detail(), tookMs, all.size() == 1 ? List.of() : all);
    }
}
