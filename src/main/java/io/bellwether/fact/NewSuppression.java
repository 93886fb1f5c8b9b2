package io.bellwether.fact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A check that somebody wants to answer for although it fails.
 *
 * @param checkId as the rule sets name it, for example {@code content-security-policy}
 * @param target the one target it is about, exactly as results name it; absent for all
 * @param reason why it does not count, for whoever reads it later
 * @param expiresAt when it counts again; a year and a day ahead at the most
 */
public record NewSuppression(
        @NotNull @Pattern(
                regexp = "[a-z0-9-]{1,60}",
                message = "must be the id of a check: lower-case letters, digits and hyphens, up to 60")
        String checkId,

        @Nullable @Pattern(
                regexp = "[^\\s\\x00]{1,500}",
                message = "must be one word of up to 500 characters, or absent for all targets")
        String target,

        @NotNull @Size(min = 10, max = 2000) @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL") String reason,

        @NotNull Instant expiresAt) {}
