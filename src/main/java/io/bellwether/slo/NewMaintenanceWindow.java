package io.bellwether.slo;

import io.bellwether.platform.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a maintenance window by those who enter it; components as in {@link MaintenanceWindow}.
 *
 * @param endsAt may be absent only with a recurrence
 * @param excluded true when absent
 * @param mutesAlerts true when absent
 */
public record NewMaintenanceWindow(
        @NotBlank @Size(max = 120) String vendor,
        @NotNull Instant startsAt,
        @Nullable Instant endsAt,
        @NotBlank @Size(max = 500) String reason,
        @Nullable Boolean excluded,
        @Nullable Boolean mutesAlerts,
        @Nullable @Valid Recurring recurrence) {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws Problem 400 */
    void check() {
        if (startsAt.isBefore(EARLIEST)) {
            throw Problem.invalid("/startsAt", "Must not be before 1970.");
        }
        if (endsAt == null && recurrence == null) {
            throw Problem.invalid("/endsAt", "Must not be null, unless there is a 'recurrence'.");
        }
        if (!end().isAfter(startsAt) || end().isAfter(LATEST)) {
            throw Problem.invalid("/endsAt", "Must be after 'startsAt', and not after 9999.");
        }
        if (recurrence != null) {
            recurrence.check("/recurrence");
        }
    }

    /** As far as can be said of what has no end. */
    Instant end() {
        return Objects.requireNonNullElse(endsAt, LATEST);
    }
}
