package io.bellwether.probe.heartbeat;

import io.bellwether.probe.Rule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A time in which a job may run or be waited for. */
final class Span implements Rule<Duration> {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    @Override
    public @Nullable String fault(Duration time) {
        boolean possible = time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0;
        return possible ? null : "Must be between PT1S and P366D.";
    }
}
