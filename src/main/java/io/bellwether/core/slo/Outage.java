package io.bellwether.core.slo;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One continuous time in which at least one probe was down.
 *
 * @param startedAt the due time of the first down observation
 * @param endedAt when observations stopped to say down; null while the last one still speaks at the period's end
 * @param every the interval at its edges: each edge is known only to this
 */
public record Outage(
        Instant startedAt, @Nullable Instant endedAt, Instant observedUntil, Duration every, String reason) {

    /** What it lasted at the least: from its first to its last down observation. */
    public Duration atLeast() {
        Duration certain = observed().minus(every);
        return certain.isNegative() ? Duration.ZERO : certain;
    }

    /** What it may have lasted: from just after the last good observation before it to the first after it. */
    public Duration atMost() {
        return observed().plus(every);
    }

    private Duration observed() {
        return Duration.between(startedAt, observedUntil);
    }
}
