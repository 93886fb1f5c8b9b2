package io.bellwether.review;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time, as precise as the database keeps it: a hash made before storing must be right after it. */
@Singleton
class ReviewClock {

    private final Clock clock;

    ReviewClock(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
