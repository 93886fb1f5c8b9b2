package io.bellwether.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** The one source of wall-clock time: the database's, so that nodes agree although their machines' clocks may not. */
final class ClockProducer {

    /** What the database keeps: an instant reads back as it was written. */
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Produces
    @Singleton
    DatabaseTime time() {
        return new DatabaseTime(Clock.systemUTC(), System::nanoTime);
    }

    @Produces
    @Singleton
    Clock clock(DatabaseTime time) {
        return Clock.tick(time.withZone(ZoneOffset.UTC), MICROSECOND);
    }
}
