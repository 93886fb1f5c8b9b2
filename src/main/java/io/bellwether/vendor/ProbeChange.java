package io.bellwether.vendor;

import io.bellwether.core.Confirmation;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to change of a probe; null leaves it as it is. Settings are the whole new settings, validated by the kind. */
public record ProbeChange(
        @Nullable String name,
        @Nullable Duration every,
        @Nullable Duration timeout,
        @Nullable Confirmation confirm,
        @Nullable Map<String, Object> settings) {}
