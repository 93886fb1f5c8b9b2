package io.bellwether.notify;

import io.bellwether.notify.person.QuietTimes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A channel as an operator describes it.
 *
 * @param kind one of the known kinds, for example {@code slack}
 * @param settings the kind's own
 * @param lens in whose voice it speaks, both when absent
 * @param enabled whether messages go out, true when absent
 * @param quietHours when the place it leads to is not to be disturbed; people have their own
 * @param fallback the name of another channel that tells what this one cannot while it is broken
 */
public record NewChannel(
        @NotBlank String kind,

        @NotBlank @Size(max = 120) String name,

        @NotNull Map<String, Object> settings,
        @Nullable Audience lens,
        @Nullable Boolean enabled,
        @Nullable @Valid QuietTimes quietHours,
        @Nullable @Size(min = 1, max = 120) String fallback) {

    /** Without a fallback. */
    public NewChannel(
            String kind,
            String name,
            Map<String, Object> settings,
            @Nullable Audience lens,
            @Nullable Boolean enabled,
            @Nullable QuietTimes quietHours) {
        this(kind, name, settings, lens, enabled, quietHours, null);
    }
}
