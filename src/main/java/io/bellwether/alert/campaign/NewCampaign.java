package io.bellwether.alert.campaign;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.bellwether.core.schedule.LocalWindow;
import io.bellwether.core.slo.Span;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.ZoneName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A campaign as people enter it; components as in {@link Campaign}. A reading of the clocks that is skipped is taken to be as
 * much later as they jump; of one that comes twice, it begins at the first and ends at the second.
 */
public record NewCampaign(
        @NotBlank @Size(max = 120) String name,
        @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 120) String> vendors,
        @NotNull @JsonFormat(lenient = OptBoolean.FALSE) LocalDateTime from,
        @NotNull @JsonFormat(lenient = OptBoolean.FALSE) LocalDateTime to,
        @NotBlank @ZoneName String timeZone) {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** @throws Problem 400 */
    Span span() {
        Span span = LocalWindow.span(ZoneId.of(timeZone), from, to);
        if (!span.length().isPositive()
                || span.from().isBefore(EARLIEST)
                || span.to().isAfter(LATEST)) {
            throw Problem.invalid("/to", "Must be after 'from', between 1970 and 9999.");
        }
        if (span.length().compareTo(LONGEST) > 0) {
            throw Problem.invalid("/to", "A campaign lasts at most a year; what always matters is a tier.");
        }
        return span;
    }
}
