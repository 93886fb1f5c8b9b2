package io.bellwether.notify.digest;

import io.bellwether.core.schedule.Recurrence;
import io.bellwether.notify.Audience;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.ZoneName;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When somebody wants a digest. Either {@code days} or {@code dayOfMonth} is given.
 *
 * @param days of the week; all seven for one each day
 * @param dayOfMonth 1 to 31 from the beginning, -1 to -31 from the end; months that are too short have none
 * @param at by the clocks of {@code timeZone}; a time that they jump over is as much later, of one that they show twice the first
 *     counts
 * @param timeZone that of the person in the register when absent, else UTC
 * @param lens in whose voice; when absent that of the side on which the person owns vendors, else both
 * @param evenIfEmpty whether it is also sent when there is nothing to tell; false when absent
 */
public record NewSubscription(
        @Nullable Set<@NotNull DayOfWeek> days,
        @Nullable Integer dayOfMonth,
        @NotNull LocalTime at,
        @Nullable @ZoneName String timeZone,
        @Nullable Audience lens,
        @Nullable Boolean evenIfEmpty) {

    /** @throws Problem 400 naming the wrong field */
    Recurrence recurrence() {
        boolean weekly = days != null && !days.isEmpty();
        if (weekly == (dayOfMonth != null)) {
            throw Problem.invalid("/days", "Give either 'days' of the week or one 'dayOfMonth'.");
        }
        if (weekly && days != null) {
            return new Recurrence.Weekly(days);
        }
        if (dayOfMonth == null || dayOfMonth == 0 || Math.abs(dayOfMonth) > 31) {
            throw Problem.invalid("/dayOfMonth", "Must be 1 to 31, or -1 to -31 from the end of the month.");
        }
        return new Recurrence.Monthly(dayOfMonth);
    }
}
