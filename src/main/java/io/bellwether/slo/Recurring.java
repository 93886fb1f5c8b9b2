package io.bellwether.slo;

import io.bellwether.core.schedule.LocalWindow;
import io.bellwether.core.schedule.Recurrence;
import io.bellwether.core.slo.Span;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.ZoneName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When maintenance takes place again and again, by the clocks of a place: on days of each week, on a day of each month, or on
 * a weekday of each month such as the second Tuesday.
 *
 * @param timeZone an IANA zone such as {@code Europe/Berlin}
 * @param days days of the week on which it begins; exactly one together with {@code week}
 * @param week which of the month: 1 to 5, or -1 for the last; every week when absent
 * @param dayOfMonth instead of days: 1 to 31, or -1 to -31 from the end
 * @param to exclusive; when it is not after {@code from} it is on the next day
 */
public record Recurring(
        @NotNull @ZoneName String timeZone,
        @Nullable @Size(min = 1) Set<@NotNull DayOfWeek> days,
        @Nullable @Min(-1) @Max(5) Integer week,
        @Nullable @Min(-31) @Max(31) Integer dayOfMonth,
        @NotNull LocalTime from,
        @NotNull LocalTime to) {

    /** @throws Problem 400 naming the field below {@code pointer} */
    void check(String pointer) {
        if ((days == null) == (dayOfMonth == null)) {
            throw Problem.invalid(pointer + "/days", "Give either 'days' of the week or a 'dayOfMonth'.");
        }
        if (dayOfMonth != null && dayOfMonth == 0) {
            throw Problem.invalid(pointer + "/dayOfMonth", "Must be 1 to 31, or -1 to -31 from the end of the month.");
        }
        if (week != null && (days == null || days.size() != 1 || week == 0)) {
            throw Problem.invalid(
                    pointer + "/week", "Must be 1 to 5, or -1 for the last, together with exactly one of 'days'.");
        }
    }

    /** The times that have a part between two times, in order. */
    List<Span> between(Span time) {
        return new LocalWindow(ZoneId.of(timeZone), recurrence(), from, to).between(time.from(), time.to());
    }

    private Recurrence recurrence() {
        if (days == null) {
            return new Recurrence.Monthly(dayOfMonth == null ? 1 : dayOfMonth);
        }
        return week == null
                ? new Recurrence.Weekly(days)
                : new Recurrence.MonthlyWeekday(week, days.iterator().next());
    }
}
