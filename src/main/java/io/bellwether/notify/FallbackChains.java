package io.bellwether.notify;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which channel takes over from which.
 *
 * @param next the fallback of each channel that has one
 */
record FallbackChains(Map<UUID, UUID> next) {

    FallbackChains {
        next = Map.copyOf(next);
    }

    /** Whether a message could come back to the channel, were this its fallback. */
    boolean wouldCircle(UUID channel, UUID fallback) {
        Set<UUID> seen = new HashSet<>();
        UUID at = fallback;
        while (at != null && seen.add(at)) {
            if (at.equals(channel)) {
                return true;
            }
            at = next.get(at);
        }
        return false;
    }
}
