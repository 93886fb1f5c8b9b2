package io.bellwether.platform;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token; its secret is not.
 *
 * @param name who or what uses it; the name of the principal
 * @param expiresAt from when on it is refused, null for never
 * @param revokedAt when it was taken back
 */
public record Token(
        UUID id,
        String name,
        Role role,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** Why it is refused at this time, null when it is good. */
    @Nullable String refusal(Instant now) {
        if (revokedAt != null) {
            return "The token was revoked.";
        }
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            return "The token expired at " + expiresAt + ".";
        }
        return null;
    }
}
