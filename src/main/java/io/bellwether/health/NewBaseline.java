package io.bellwether.health;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says that the level of a vendor's index is known and accepted.
 *
 * @param since from which UTC day on; today when absent
 * @param reason why, for whoever reads it later
 */
public record NewBaseline(
        @Nullable LocalDate since,

        @NotNull @Size(min = 10, max = 2000) @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL") String reason) {}
