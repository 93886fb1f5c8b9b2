package io.bellwether.alert.silence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does not want to be told.
 *
 * @param matchers as Prometheus Alertmanager writes them, for example {@code vendor="acme"}; all must match
 * @param startsAt now when absent
 * @param comment why
 */
public record NewSilence(
        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 500) String> matchers,
        @Nullable Instant startsAt,
        @NotNull Instant endsAt,
        @NotBlank @Size(max = 2000) String comment) {

    /** The same, begun then unless it says something else. */
    NewSilence since(Instant begin) {
        return startsAt != null ? this : new NewSilence(matchers, begin, endsAt, comment);
    }
}
