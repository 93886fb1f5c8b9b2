package io.bellwether.dashboard;

import io.bellwether.vendor.Vendor;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;

/** @param vendors by name */
public record MaintenanceFormView(List<Vendor> vendors, Filled form) {

    public List<DayOfWeek> days() {
        return List.of(DayOfWeek.values());
    }

    public List<Choice> weeks() {
        return List.of(
                new Choice("", "every week"),
                new Choice("1", "the first of the month"),
                new Choice("2", "the second of the month"),
                new Choice("3", "the third of the month"),
                new Choice("4", "the fourth of the month"),
                new Choice("-1", "the last of the month"));
    }

    public List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
    }

    public String zone() {
        return form.value("recurrence.timeZone").isEmpty() ? "UTC" : form.value("recurrence.timeZone");
    }

    /** Whether it takes place again and again, which is folded away else. */
    public boolean again() {
        return form.value("again").equals("true");
    }
}
