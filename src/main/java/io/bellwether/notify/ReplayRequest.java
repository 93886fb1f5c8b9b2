package io.bellwether.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of what was given up is to be tried again: what matches all that is said here.
 *
 * @param alert only of this alert
 * @param channel only through this channel
 * @param from only what was to be told at this time or later
 * @param to and before this time
 */
public record ReplayRequest(
        @Nullable UUID alert,
        @Nullable UUID channel,
        @Nullable Instant from,
        @Nullable Instant to) {}
