package io.bellwether.core.score;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that people know of a vendor's finances, or that is seen from outside.
 *
 * @param signal its kind, one of {@link FactWeights}
 * @param key identity among the facts of its vendor
 * @param occurredAt when it happened, or began
 * @param source where it can be read, or who says so
 * @param confidence how much whoever tells it trusts it, 0 to 1
 * @param amount what the kind's {@link FactMeasure} counts; null where it is not told
 * @param expiresAt from when on it does not count any more; null for never
 */
public record DatedFact(
        String signal,
        String key,
        Instant occurredAt,
        String source,
        double confidence,
        @Nullable Double amount,
        @Nullable Instant expiresAt) {

    boolean holds(Instant now) {
        return !occurredAt.isAfter(now) && (expiresAt == null || expiresAt.isAfter(now));
    }
}
