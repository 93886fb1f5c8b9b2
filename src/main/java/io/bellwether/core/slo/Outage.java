package io.bellwether.core.slo;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One continuous time in which at least one probe was down. Excluded time is part of it, but not of its durations.
 *
 * @param startedAt the due time of the first down observation, or the period's beginning when that came before
 * @param endedAt when observations stopped to say down; null while the last one still speaks at the period's end
 * @param counted what the account took as down
 * @param atLeast what it lasted at the least: from its first to its last down observation
 * @param atMost what it may have lasted: from just after the last other observation before it to the first after it,
 *     within the period
 */
public record Outage(
        Instant startedAt,
        @Nullable Instant endedAt,
        Duration counted,
        Duration atLeast,
        Duration atMost,
        String reason) {}
