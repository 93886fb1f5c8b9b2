package io.bellwether.vendor;

import io.bellwether.core.Confirmation;
import io.bellwether.core.Placement;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to change of a probe; null leaves it as it is. Settings are the whole new settings, validated by the kind. */
public record ProbeChange(
        @Nullable String name,
        @Nullable Duration every,
        @Nullable Duration timeout,
        @Nullable Confirmation confirm,
        @Nullable Placement placement,
        @Nullable Map<String, Object> settings) {

    /** A change that leaves alone from where the probe looks. */
    public ProbeChange(
            @Nullable String name,
            @Nullable Duration every,
            @Nullable Duration timeout,
            @Nullable Confirmation confirm,
            @Nullable Map<String, Object> settings) {
        this(name, every, timeout, confirm, null, settings);
    }
}
