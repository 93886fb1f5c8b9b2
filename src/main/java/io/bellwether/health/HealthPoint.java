package io.bellwether.health;

import io.bellwether.core.score.Trend;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One day of a vendor's health, as last assessed on that day.
 *
 * @param day in UTC
 * @param index the viability index, 0 to 100; null when no dimension had a score
 * @param confidence 0 to 1
 * @param uptime scores 0 to 100; null when there was not enough to tell
 */
public record HealthPoint(
        UUID vendorId,
        LocalDate day,
        Instant asOf,
        @Nullable Integer index,
        @Nullable String grade,
        Trend trend,
        double confidence,
        @Nullable Integer uptime,
        @Nullable Integer latency,
        @Nullable Integer security,
        @Nullable Integer financial) {}
