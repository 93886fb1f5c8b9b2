package io.bellwether.review;

import io.bellwether.vendor.ZoneName;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A review to open.
 *
 * @param period the quarter, for example {@code 2026-Q4}
 * @param zone in which its days begin; without it the review's own, and UTC for a new one
 */
public record NewReview(
        @NotNull String period, @Nullable @ZoneName String zone) {}
