package io.bellwether.fact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/**
 * A filing, an entry of a register or a told fact that was wrongly counted.
 *
 * @param factId its id in {@code GET /vendors/{slug}/finance}
 * @param reason why it does not count, for whoever reads it later
 * @param expiresAt when it counts again; a year and a day ahead at the most
 */
public record NewDispute(
        @NotNull UUID factId,

        @NotNull @Size(min = 10, max = 2000) @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL") String reason,

        @NotNull Instant expiresAt) {}
