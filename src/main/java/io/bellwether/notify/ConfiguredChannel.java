package io.bellwether.notify;

import io.bellwether.notify.person.QuietTimes;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel as it may be shown.
 *
 * @param settings the kind's own, with secret URLs cut down to scheme and host
 * @param quietHours when the place it leads to is not to be disturbed; null for never
 * @param fallback the name of the channel that tells what this one cannot while it is broken
 * @param pausedUntil until when the provider asked for silence
 * @param brokenReason why the provider refused the channel itself; null when it works as far as is known
 * @param version grows with each change; the ETag
 */
public record ConfiguredChannel(
        UUID id,
        String kind,
        String name,
        Map<String, Object> settings,
        Audience lens,
        boolean enabled,
        @Nullable QuietTimes quietHours,
        @Nullable String fallback,
        @Nullable Instant pausedUntil,
        @Nullable String brokenReason,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
