package io.bellwether.dashboard;

import io.bellwether.platform.Problem;
import io.bellwether.slo.NewMaintenanceWindow;
import io.bellwether.slo.Recurring;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a maintenance window out of its form. All times are by the clocks of the chosen zone. */
final class MaintenanceWish {

    private static final String ZONE = "recurrence.timeZone";

    private MaintenanceWish() {}

    /**
     * @param now when it begins if nothing is said
     * @throws Problem 400 naming the wrong field
     */
    static NewMaintenanceWindow in(Filled form, Instant now) {
        ZoneId zone = zone(form);
        return new NewMaintenanceWindow(
                form.value("vendor"),
                Objects.requireNonNullElse(start(form, zone), now),
                end(form, zone),
                form.value("reason").strip(),
                form.has("excluded", "true"),
                form.has("mutesAlerts", "true"),
                form.has("again", "true") ? recurring(form, zone) : null);
    }

    private static Recurring recurring(Filled form, ZoneId zone) {
        Set<DayOfWeek> days = Arrays.stream(DayOfWeek.values())
                .filter(day -> form.has("recurrence.days", day.name()))
                .collect(Collectors.toSet());
        return new Recurring(
                zone.getId(),
                days.isEmpty() ? null : days,
                number(form, "recurrence.week"),
                number(form, "recurrence.dayOfMonth"),
                clock(form, "recurrence.from"),
                clock(form, "recurrence.to"));
    }

    private static ZoneId zone(Filled form) {
        String zone = Objects.requireNonNullElse(form.text(ZONE), "UTC");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw invalid(ZONE, "'" + zone + "' is no time zone; write one such as Europe/Berlin.");
        }
    }

    /** Of a time that the clocks show twice the first. */
    private static @Nullable Instant start(Filled form, ZoneId zone) {
        ZonedDateTime time = time(form, "startsAt", zone);
        return time == null ? null : time.withEarlierOffsetAtOverlap().toInstant();
    }

    /** Of a time that the clocks show twice the second. */
    private static @Nullable Instant end(Filled form, ZoneId zone) {
        ZonedDateTime time = time(form, "endsAt", zone);
        return time == null ? null : time.withLaterOffsetAtOverlap().toInstant();
    }

    private static @Nullable ZonedDateTime time(Filled form, String field, ZoneId zone) {
        String text = form.text(field);
        try {
            return text == null ? null : LocalDateTime.parse(text).atZone(zone);
        } catch (DateTimeException e) {
            throw invalid(field, "Must be a time such as 2026-12-01T08:00.");
        }
    }

    private static LocalTime clock(Filled form, String field) {
        try {
            return LocalTime.parse(form.value(field));
        } catch (DateTimeException e) {
            throw invalid(field, "Must be a time of the day such as 02:00.");
        }
    }

    private static @Nullable Integer number(Filled form, String field) {
        String text = form.text(field);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw invalid(field, "Must be a whole number.");
        }
    }

    private static Problem invalid(String field, String detail) {
        return Problem.invalid("/" + field.replace('.', '/'), detail);
    }
}
