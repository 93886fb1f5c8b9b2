package io.bellwether.review;

import io.bellwether.fact.Fact;
import io.bellwether.slo.Availability.Incident;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * An incident on the vendor's own status page.
 *
 * @param startedAt when it began, in the vendor's own word
 * @param endedAt when it was over, in the vendor's own word; null when it did not say
 * @param seenAt when we first saw it on the page: a vendor may date it back, but not this
 */
record Announcement(Instant startedAt, @Nullable Instant endedAt, Instant seenAt, String title, String source) {

    static final String SIGNAL = "status-incident";

    /** Vendors mostly write after the fact, and many let an incident begin when they write. */
    private static final Duration LATE = Duration.ofHours(1);

    static Announcement of(Fact fact) {
        Object name = fact.detail().getOrDefault("name", fact.key());
        return new Announcement(
                fact.occurredAt(),
                instant(fact.detail().get("resolvedAt")),
                fact.knownAt(),
                String.valueOf(name),
                fact.source());
    }

    /** Whether it can be about this outage: the two overlap, or they miss each other by an hour at most. */
    boolean about(Incident incident) {
        Instant end = incident.endedAt();
        boolean begunInTime = end == null || !startedAt.isAfter(end.plus(LATE));
        boolean overBefore = endedAt == null
                ? startedAt.isBefore(incident.startedAt().minus(LATE))
                : endedAt.isBefore(incident.startedAt());
        return begunInTime && !overBefore;
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        try {
            return value == null ? null : Instant.parse(value.toString());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
