package io.bellwether.notify.digest;

import io.bellwether.core.Voices;
import io.bellwether.core.schedule.Edition;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A digest that was made.
 *
 * @param id in the ledger it stands where messages have their alert
 * @param from exclusive
 * @param to inclusive; when it was due
 * @param reason why it stands as it does, in words
 * @param text as it was sent, in both voices; null when nothing was
 */
public record PastDigest(
        UUID id,
        String email,
        Topic topic,
        Instant from,
        Instant to,
        DigestState state,
        String reason,
        String title,
        @Nullable Voices text,
        Instant createdAt) {

    Edition.Made made() {
        return new Edition.Made(new Edition(from, to), state.arrived());
    }
}
