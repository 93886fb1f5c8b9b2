package io.bellwether.slo;

import io.bellwether.core.slo.Objective;
import io.bellwether.core.slo.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's service shall reach, and over which time.
 *
 * @param probeId the probe it is about; null for the vendor as a whole
 * @param version grows with each change; the ETag
 */
public record ServiceObjective(
        UUID id,
        UUID vendorId,
        @Nullable UUID probeId,
        String name,
        Objective goal,
        Window window,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** What was said of it by those who set it. */
    public NewObjective values() {
        return switch (goal) {
            case Objective.Availability(double target) ->
                new NewObjective(name, probeId, ObjectiveKind.AVAILABILITY, target, null, ObjectiveWindow.of(window));
            case Objective.Latency(double target, Duration threshold) ->
                new NewObjective(name, probeId, ObjectiveKind.LATENCY, target, threshold, ObjectiveWindow.of(window));
        };
    }

    /** The target as people write it, for example {@code 99.9 %}. */
    public String percent() {
        return percent(goal);
    }

    /** The window in words, for example {@code 28 days} or {@code a month (Europe/Berlin)}. */
    public String period() {
        return period(window);
    }

    /** For example {@code 99.9 % available over 28 days}. */
    static String nameOf(Objective goal, Window window) {
        String what = switch (goal) {
            case Objective.Availability _ -> " available";
            case Objective.Latency latency -> " within " + latency.threshold().toMillis() + " ms";
        };
        return percent(goal) + what + " over " + period(window);
    }

    private static String percent(Objective goal) {
        return BigDecimal.valueOf(goal.target())
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private static String period(Window window) {
        return switch (window) {
            case Window.Rolling rolling -> rolling.days() + (rolling.days() == 1 ? " day" : " days");
            case Window.Calendar calendar ->
                "a " + calendar.unit().name().toLowerCase(Locale.ROOT) + " (" + calendar.zone() + ")";
        };
    }
}
