package io.bellwether.notify;

import io.bellwether.core.alert.routing.Hold;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a mailbox is not told of now, by the alert's id.
 *
 * @param handled alerts that somebody takes care of, or that are over: nobody is told of them again and again
 */
record Held(Map<String, Why> whys, Set<String> handled) {

    /**
     * @param text for people, for example {@code silence:<id>}
     * @param until when it ends by itself; null when nobody knows
     */
    record Why(Hold hold, String text, @Nullable Instant until) {

        private static final String SILENCE = "silence:";

        /** The silence that it is, if it is one. */
        Optional<UUID> silence() {
            return text.startsWith(SILENCE)
                    ? Optional.of(UUID.fromString(text.substring(SILENCE.length())))
                    : Optional.empty();
        }
    }

    Map<String, Hold> holds() {
        Map<String, Hold> holds = new HashMap<>();
        whys.forEach((alert, why) -> holds.put(alert, why.hold()));
        return holds;
    }

    /** When the first of them may end by itself; empty when nobody knows. */
    Optional<Instant> end() {
        return whys.values().stream().map(Why::until).filter(Objects::nonNull).min(Comparator.naturalOrder());
    }
}
