package io.bellwether.alert.campaign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A time in which trouble with some vendors matters more: a WARNING about them is CRITICAL, and so comes in quiet hours too.
 *
 * @param vendors their slugs
 * @param from a reading of the clocks in {@code timeZone}
 * @param to exclusive
 * @param timeZone IANA name, for example {@code America/New_York}
 * @param startsAt the instant that {@code from} means
 * @param endsAt the instant that {@code to} means
 * @param version grows with each change; the ETag
 */
public record Campaign(
        UUID id,
        String name,
        List<String> vendors,
        LocalDateTime from,
        LocalDateTime to,
        String timeZone,
        Instant startsAt,
        Instant endsAt,
        String createdBy,
        Instant createdAt,
        int version) {}
