package io.bellwether.core.alert;

import io.bellwether.core.Dimension;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Why an alert need not be told now. Nobody is told while a reason holds; lists and accounts show the alert all the same.
 */
public final class Suppression {

    private Suppression() {}

    /**
     * A vendor that is down explains why it is slow, and nothing else: security and money matter all the same.
     *
     * @param dimension what the alert is about
     * @param outages the firing outage alerts of the same vendor
     * @return {@code inhibited-by:<alert id>} for each cause, sorted; empty when the alert stands for itself
     */
    public static List<String> reasons(Dimension dimension, Collection<UUID> outages) {
        if (dimension != Dimension.LATENCY) {
            return List.of();
        }
        return outages.stream().map(id -> "inhibited-by:" + id).sorted().toList();
    }
}
