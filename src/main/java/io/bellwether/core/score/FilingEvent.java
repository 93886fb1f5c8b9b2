package io.bellwether.core.score;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A dated event from a register of companies.
 *
 * @param signal its kind, for example {@code filing-8k-1.03}
 * @param key identity among the events of its company
 * @param source where it can be read
 */
public record FilingEvent(String signal, String key, Instant occurredAt, String source) {

    boolean isOneOf(Set<String> signals) {
        return signals.contains(signal);
    }

    /** Whether it came before the other one or with it, by no more than the window. */
    boolean precedes(FilingEvent other, Duration window) {
        Duration distance = Duration.between(occurredAt, other.occurredAt);
        return !distance.isNegative() && distance.compareTo(window) <= 0;
    }

    boolean isNear(FilingEvent other, Duration window) {
        return precedes(other, window) || other.precedes(this, window);
    }
}
