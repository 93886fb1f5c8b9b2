package io.bellwether.notify;

/** The name of a {@link Delivery} in the ledger and in metrics. */
public enum DeliveryOutcome {
    DELIVERED,
    RETRY_LATER,
    THROTTLED,
    REJECTED,
    AMBIGUOUS;

    public static DeliveryOutcome of(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Delivered _ -> DELIVERED;
            case Delivery.RetryLater retry -> retry.channelWide() ? THROTTLED : RETRY_LATER;
            case Delivery.Rejected _ -> REJECTED;
            case Delivery.Ambiguous _ -> AMBIGUOUS;
        };
    }
}
