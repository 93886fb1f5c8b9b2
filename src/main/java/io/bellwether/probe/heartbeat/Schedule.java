package io.bellwether.probe.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When the next heartbeat is due after one has come. */
@FunctionalInterface
interface Schedule {

    /** Empty when none is due any more. */
    Optional<Instant> next(Instant after);

    static Schedule every(Duration period) {
        return after -> Optional.of(after.plus(period));
    }
}
