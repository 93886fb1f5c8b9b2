package io.bellwether.probe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A time of at least a millisecond and at most an hour. */
public final class PositiveTime implements Rule<Duration> {

    @Override
    public @Nullable String fault(Duration time) {
        boolean possible = time.compareTo(Duration.ofMillis(1)) >= 0 && time.compareTo(Duration.ofHours(1)) <= 0;
        return possible ? null : "Must be between PT0.001S and PT1H.";
    }
}
