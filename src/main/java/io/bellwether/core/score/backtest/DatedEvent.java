package io.bellwether.core.score.backtest;

import io.bellwether.core.score.FilingEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event, and when somebody who was watching could have known of it.
 *
 * @param knownAt of what is published the time when it was, of anything else when we learnt it
 * @param supersededAt when it was withdrawn, or held no longer; null for what is published, which stays so
 */
public record DatedEvent(
        FilingEvent event, Instant knownAt, @Nullable Instant supersededAt) {

    boolean held(Instant at) {
        return !knownAt.isAfter(at) && (supersededAt == null || supersededAt.isAfter(at));
    }
}
