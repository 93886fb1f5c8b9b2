package io.bellwether.core.score;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A dated event from a register of companies.
 *
 * @param signal its kind, for example {@code filing-8k-1.03}
 * @param key identity among the events of its company; where the text of a filing tells more than the code of an item, that of
 *     the item, {@code ~} and what tells the two apart
 * @param source where it can be read
 */
public record FilingEvent(String signal, String key, Instant occurredAt, String source) {

    /** What stands between the key of an item and what tells it apart from one that its text tells more of. */
    private static final char BY_TEXT = '~';

    /** The key of the item that this one, from the text of a filing, tells more of. */
    Stream<String> tellsOf() {
        int end = key.indexOf(BY_TEXT);
        return end < 0 ? Stream.empty() : Stream.of(key.substring(0, end));
    }

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
