package io.bellwether.slo;

import io.bellwether.core.slo.Window;
import io.bellwether.vendor.ZoneName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The time an objective is judged over: the last days, or a unit of the calendar of a place.
 *
 * @param days of 24 hours each, 1 to 366; null for a calendar window
 * @param unit null for a rolling window
 * @param zone IANA name; null for a rolling window
 */
public record ObjectiveWindow(
        @Nullable @Min(1) @Max(366) Integer days,

        Window.@Nullable Unit unit,
        @Nullable @ZoneName String zone) {

    static ObjectiveWindow of(Window window) {
        return switch (window) {
            case Window.Rolling(int days) -> new ObjectiveWindow(days, null, null);
            case Window.Calendar(Window.Unit unit, ZoneId zone) -> new ObjectiveWindow(null, unit, zone.getId());
        };
    }

    /** Only of one that {@link ObjectiveRules} has let pass. */
    Window toWindow() {
        return days != null
                ? new Window.Rolling(days)
                : new Window.Calendar(Objects.requireNonNull(unit), ZoneId.of(Objects.requireNonNull(zone)));
    }
}
