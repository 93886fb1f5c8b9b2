package io.bellwether.review;

import io.bellwether.core.Lens;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An owner's decision; without a comment it is empty. */
public record NewSignOff(
        @NotNull Lens lens,
        @NotNull Review.Decision decision,
        @Nullable @Size(max = 4000) String comment) {}
