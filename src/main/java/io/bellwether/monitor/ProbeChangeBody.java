package io.bellwether.monitor;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is not given stays as it is. */
record ProbeChangeBody(
        @Nullable @Size(min = 1, max = 120) String name,
        @Nullable Duration every,
        @Nullable Duration timeout,
        @Nullable ConfirmationBody confirm,
        @Nullable Map<String, Object> settings) {}
