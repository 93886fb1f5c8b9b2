package io.bellwether.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review in a list; components as in {@link Review}.
 *
 * @param grade the vendor's grade at the end of the period; null when nothing was known
 */
public record ReviewSummary(
        UUID id,
        String vendor,
        String period,
        boolean partial,
        Review.State state,
        @Nullable String grade,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant frozenAt,
        List<Review.SignOff> signOffs,
        int version) {}
