package io.bellwether.alert.silence;

import io.bellwether.core.alert.mute.Silence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A silence as it may be shown.
 *
 * @param state what the clock makes of it
 * @param matchers as Prometheus Alertmanager writes them; all must match
 * @param endsAt exclusive; one that was ended early ends then
 * @param comment why it was set
 * @param muted how many alerts it has kept from being told so far
 * @param version grows with each change; the ETag
 */
public record SetSilence(
        UUID id,
        Silence.State state,
        List<String> matchers,
        Instant startsAt,
        Instant endsAt,
        String comment,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        int muted,
        int version) {}
