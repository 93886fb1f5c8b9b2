package io.bellwether.notify.digest;

import io.bellwether.core.schedule.LocalSchedule;
import io.bellwether.core.schedule.Recurrence;
import io.bellwether.notify.Audience;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That somebody wants a digest, and when.
 *
 * @param email of the person, in lower case
 * @param days of the week; null for one on a day of the month
 * @param dayOfMonth from 1, or from -1 backwards; null for days of the week
 * @param since what happened before is never told
 * @param nextAt when the next is due
 * @param version grows with each change; the ETag
 */
public record Subscription(
        String email,
        Topic topic,
        @Nullable Set<DayOfWeek> days,
        @Nullable Integer dayOfMonth,
        LocalTime at,
        String timeZone,
        Audience lens,
        boolean evenIfEmpty,
        Instant since,
        Instant nextAt,
        Instant updatedAt,
        int version) {

    LocalSchedule schedule() {
        Recurrence recurrence =
                days != null ? new Recurrence.Weekly(days) : new Recurrence.Monthly(Objects.requireNonNull(dayOfMonth));
        return new LocalSchedule(zone(), recurrence, at);
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
