package io.bellwether.core.score.backtest;

import io.bellwether.core.score.FilingEvent;
import java.time.Instant;

/**
 * An event, and when somebody who was watching could have known of it.
 *
 * @param knownAt of what is published the time when it was, of anything else when we learnt it
 */
public record DatedEvent(FilingEvent event, Instant knownAt) {}
