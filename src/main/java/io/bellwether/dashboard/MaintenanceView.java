package io.bellwether.dashboard;

import io.bellwether.slo.MaintenanceWindow;
import io.bellwether.slo.Recurring;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** @param now by which windows are over, go on or are to come */
public record MaintenanceView(List<MaintenanceWindow> windows, Instant now) {

    private static final List<String> ORDER = List.of("first", "second", "third", "fourth", "fifth");

    /** Windows with what they are called together. */
    public record Group(String id, String title, boolean over, List<MaintenanceWindow> windows) {}

    public List<Group> groups() {
        Predicate<MaintenanceWindow> over =
                window -> window.endsAt() != null && !window.endsAt().isAfter(now);
        Predicate<MaintenanceWindow> again = over.negate().and(window -> window.recurrence() != null);
        Predicate<MaintenanceWindow> once = over.negate().and(window -> window.recurrence() == null);
        Predicate<MaintenanceWindow> begun = window -> !window.startsAt().isAfter(now);
        return Stream.of(
                        group("now", "Going on", false, once.and(begun)),
                        group("coming", "To come", false, once.and(begun.negate())),
                        group("again", "Again and again", false, again),
                        group("over", "Over in the last 30 days", true, over))
                .filter(group -> !group.windows().isEmpty())
                .toList();
    }

    /** Whether somebody here has entered it, and so can end it. */
    public boolean own(MaintenanceWindow window) {
        return window.source() == MaintenanceWindow.Source.OWN;
    }

    /** {@code every Sunday, Monday from 02:00 to 04:00 (Europe/Berlin)} */
    public String recurring(Recurring times) {
        return "every " + days(times) + " from " + times.from() + " to " + times.to() + " (" + times.timeZone() + ")";
    }

    private static String days(Recurring times) {
        Set<DayOfWeek> days = times.days();
        if (days == null) {
            Integer day = times.dayOfMonth();
            return day != null && day < 0 ? "month, " + -day + ". day from its end" : "month, day " + day + ",";
        }
        String names = days.stream()
                .sorted(Comparator.naturalOrder())
                .map(Words::label)
                .collect(Collectors.joining(", "));
        Integer week = times.week();
        return week == null ? names : (week < 0 ? "last " : ORDER.get(week - 1) + " ") + names + " of the month";
    }

    private Group group(String id, String title, boolean over, Predicate<MaintenanceWindow> wanted) {
        return new Group(id, title, over, windows.stream().filter(wanted).toList());
    }
}
