package io.bellwether.alert;

import io.bellwether.core.Dimension;
import io.bellwether.core.alert.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Trouble that was over before somebody was to be told of it.
 *
 * @param vendor slug
 * @param rule the name of the rule that saw it
 * @param startedAt the first bad evidence
 * @param endedAt the good evidence that ended it
 * @param alert the alert that it was; null when it was over before it fired
 */
public record BriefInterruption(
        UUID id,
        String vendor,
        String rule,
        Dimension dimension,
        Severity severity,
        Instant startedAt,
        Instant endedAt,
        @Nullable UUID alert) {}
