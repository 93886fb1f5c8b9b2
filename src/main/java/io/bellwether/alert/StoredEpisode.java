package io.bellwether.alert;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Episode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An episode with everything that is kept beside its state.
 *
 * @param handledBy who acknowledged or snoozed it last
 * @param handledAt when
 */
record StoredEpisode(
        UUID id,
        Subject subject,
        String fingerprint,
        Dimension dimension,
        Episode state,
        @Nullable String handledBy,
        @Nullable Instant handledAt,
        Map<String, Object> facts,
        Voices text) {

    StoredEpisode with(Episode next) {
        return new StoredEpisode(id, subject, fingerprint, dimension, next, handledBy, handledAt, facts, text);
    }

    StoredEpisode with(Episode next, Map<String, Object> facts, Voices text) {
        return new StoredEpisode(id, subject, fingerprint, dimension, next, handledBy, handledAt, facts, text);
    }

    StoredEpisode handled(Episode next, @Nullable String by, @Nullable Instant at) {
        return new StoredEpisode(id, subject, fingerprint, dimension, next, by, at, facts, text);
    }
}
