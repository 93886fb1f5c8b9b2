package io.bellwether.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day from which on the level of a vendor's index is known and accepted: days before it do not count when slips are looked
 * for.
 *
 * @param since in UTC
 * @param reason why the level is accepted
 * @param endedAt when somebody took it back; null while it is in force
 */
public record Baseline(
        UUID id,
        LocalDate since,
        String reason,
        String author,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {}
