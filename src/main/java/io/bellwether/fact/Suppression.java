package io.bellwether.fact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check that somebody answers for although it fails: what it says is shown, and does not count.
 *
 * @param state what the clock makes of it
 * @param target the one target it is about; null for all
 * @param reason why it does not count
 * @param expiresAt when it counts again
 * @param endedAt when somebody ended it before that; null when nobody did
 */
public record Suppression(
        UUID id,
        SuppressionState state,
        String checkId,
        @Nullable String target,
        String reason,
        String author,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    /** Whether it is about this check of this target. */
    public boolean matches(String check, String ofTarget) {
        return checkId.equals(check) && (target == null || target.equals(ofTarget));
    }
}
