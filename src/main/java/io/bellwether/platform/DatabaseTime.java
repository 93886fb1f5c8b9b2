package io.bellwether.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of the database, told without asking it: what it said last, and what has passed since by this machine's monotonic
 * clock, which nobody sets. Until it has been heard, the time of this machine's wall clock.
 */
final class DatabaseTime implements InstantSource {

    private record Reading(Instant time, long nanos) {}

    private final InstantSource machine;
    private final LongSupplier nanos;
    private volatile Reading last;

    /**
     * @param machine this machine's wall clock
     * @param nanos its monotonic clock, in nanoseconds
     */
    DatabaseTime(InstantSource machine, LongSupplier nanos) {
        this.machine = machine;
        this.nanos = nanos;
        this.last = new Reading(machine.instant(), nanos.getAsLong());
    }

    @Override
    public Instant instant() {
        return at(nanos.getAsLong());
    }

    /**
     * Takes note of what the database said. When exactly it said so in the time between question and answer is unknown, so the
     * time is corrected only as far as it contradicts the answer.
     *
     * @param asked the monotonic clock before the question
     * @param answered the monotonic clock after the answer
     */
    void heard(Instant said, long asked, long answered) {
        Instant latest = said.plusNanos(answered - asked);
        Instant believed = at(answered);
        if (believed.isBefore(said)) {
            last = new Reading(said, answered);
        } else if (believed.isAfter(latest)) {
            last = new Reading(latest, answered);
        }
    }

    /** How far this machine's wall clock is ahead; negative when it is behind. */
    Duration machineAhead() {
        return Duration.between(instant(), machine.instant());
    }

    private Instant at(long moment) {
        Reading reading = last;
        return reading.time().plusNanos(moment - reading.nanos());
    }
}
