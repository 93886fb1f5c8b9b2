package io.bellwether.core.slo;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An outage while its end is not reached. */
final class OpenOutage {

    private final Instant startedAt;
    private final String reason;
    private Instant earliest;
    private Duration counted = Duration.ZERO;
    private Duration atLeast = Duration.ZERO;

    OpenOutage(Instant startedAt, String reason) {
        this.startedAt = startedAt;
        this.reason = reason;
        this.earliest = startedAt;
    }

    /** A probe that goes down later may have been down before the first that was seen so, if it looks less often. */
    void mayHaveBegun(Instant time) {
        if (time.isBefore(earliest)) {
            earliest = time;
        }
    }

    /** @param certain whether a down observation follows, so that the service was down all the while */
    void lasts(Duration length, boolean certain) {
        counted = counted.plus(length);
        if (certain) {
            atLeast = atLeast.plus(length);
        }
    }

    boolean counts() {
        return !counted.isZero();
    }

    /** @param since the earliest time that can belong to it */
    Outage ended(@Nullable Instant at, Instant since, Exclusions exclusions) {
        Instant begin = earliest.isBefore(since) ? since : earliest;
        Duration before = exclusions.remainder(begin, startedAt);
        return new Outage(startedAt, at, counted, atLeast, counted.plus(before), reason);
    }
}
