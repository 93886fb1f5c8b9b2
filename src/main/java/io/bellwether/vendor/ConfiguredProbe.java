package io.bellwether.vendor;

import io.bellwether.core.Confirmation;
import io.bellwether.core.Placement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One configured check of one vendor.
 *
 * @param kind which probe runs it
 * @param every the interval between two due times, at least 5 s
 * @param timeout how long one attempt may take, at most {@code every}
 * @param placement from where it looks
 * @param settings the kind's own settings as JSON-shaped values, already validated by the kind
 * @param removedAt when it was taken out of service; its history stays
 * @param version grows with each change; the ETag
 */
public record ConfiguredProbe(
        UUID id,
        UUID vendorId,
        String kind,
        String name,
        Duration every,
        Duration timeout,
        Confirmation confirm,
        Placement placement,
        Map<String, Object> settings,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant removedAt,
        int version) {

    /** How long a run lasts in which every attempt uses its whole timeout. */
    public Duration longestRun() {
        return timeout.multipliedBy(confirm.attempts()).plus(confirm.delay().multipliedBy(confirm.attempts() - 1L));
    }
}
