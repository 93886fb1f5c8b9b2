package io.bellwether.core.alert.rule;

import io.bellwether.core.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An episode that a rule would have opened.
 *
 * @param startedAt the first bad evidence
 * @param firedAt when people would have been told
 * @param resolvedAt null when it would still go on
 */
public record Played(
        Instant startedAt, Instant firedAt, @Nullable Instant resolvedAt, Severity severity) {

    /** How long people would have seen it fire, up to {@code now} when it goes on. */
    public Duration length(Instant now) {
        return Duration.between(firedAt, resolvedAt == null ? now : resolvedAt);
    }
}
