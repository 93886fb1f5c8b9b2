package io.bellwether.notify.person;

import io.bellwether.core.alert.mute.QuietHours;
import io.bellwether.core.schedule.LocalWindow;
import io.bellwether.core.schedule.Recurrence;
import io.bellwether.vendor.ZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * When somebody is not to be disturbed. What comes meanwhile is told when the time is over; what is CRITICAL is told at once.
 *
 * @param timeZone an IANA zone such as {@code Europe/Berlin}
 * @param windows may touch and overlap
 */
public record QuietTimes(
        @NotNull @ZoneName String timeZone,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Window> windows) {

    /**
     * A time of day on some days of the week.
     *
     * @param days on which it begins
     * @param to exclusive; when it is not after {@code from} it is on the next day
     */
    public record Window(
            @NotEmpty Set<@NotNull DayOfWeek> days,
            @NotNull LocalTime from,
            @NotNull LocalTime to) {}

    /** As they are reckoned with; what was accepted names a zone that there is. */
    public QuietHours hours() {
        ZoneId zone = ZoneId.of(timeZone);
        return new QuietHours(windows.stream()
                .map(window -> new LocalWindow(zone, new Recurrence.Weekly(window.days), window.from, window.to))
                .toList());
    }
}
