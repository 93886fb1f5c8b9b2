package io.bellwether.fact;

import io.bellwether.core.Dimension;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dated fact about a vendor, with its source.
 *
 * @param signal its kind, for example {@code filing-8k-1.03} or {@code strict-transport-security}
 * @param key identity within the vendor
 * @param value for the state of a check what it says; null for an event
 * @param occurredAt what time it speaks of
 * @param knownAt when we learnt it
 * @param supersededAt when a state said something else; null while it holds
 */
public record Fact(
        UUID id,
        UUID vendorId,
        @Nullable UUID probeId,
        Dimension dimension,
        String signal,
        String key,
        @Nullable String value,
        Instant occurredAt,
        Instant knownAt,
        @Nullable Instant supersededAt,
        String source,
        Map<String, Object> detail) {}
