package io.bellwether.admin;

import io.bellwether.platform.Role;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token to hand out.
 *
 * @param name who or what will use it
 * @param expiresAt from when on it is refused; absent for never
 */
public record NewToken(
        @NotBlank @Size(max = 120) String name,

        @NotNull Role role,

        @Nullable @Future Instant expiresAt) {}
