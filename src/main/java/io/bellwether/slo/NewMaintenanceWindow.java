package io.bellwether.slo;

import io.bellwether.platform.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a maintenance window by those who enter it; components as in {@link MaintenanceWindow}.
 *
 * @param excluded true when absent
 */
public record NewMaintenanceWindow(
        @NotBlank @Size(max = 120) String vendor,
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        @NotBlank @Size(max = 500) String reason,
        @Nullable Boolean excluded) {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws Problem 400 */
    void check() {
        if (startsAt.isBefore(EARLIEST)) {
            throw Problem.invalid("/startsAt", "Must not be before 1970.");
        }
        if (!endsAt.isAfter(startsAt) || endsAt.isAfter(LATEST)) {
            throw Problem.invalid("/endsAt", "Must be after 'startsAt', and not after 9999.");
        }
    }
}
