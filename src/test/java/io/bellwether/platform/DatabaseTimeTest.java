package io.bellwether.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DatabaseTimeTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration ROUND_TRIP = Duration.ofMillis(4);

    private final AtomicReference<Instant> machine = new AtomicReference<>(NOON);
    private final AtomicLong nanos = new AtomicLong(-100);
    private final DatabaseTime time = new DatabaseTime(machine::get, nanos::get);

    @Test
    void isTheMachinesUntilTheDatabaseHasBeenHeard() {
        pass(Duration.ofSeconds(3));

        assertThat(time.instant()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void isTheDatabasesWhateverTheMachineSays() {
        hear(NOON.minusSeconds(300));
        pass(Duration.ofSeconds(20));

        assertThat(time.instant())
                .isBetween(NOON.minusSeconds(280), NOON.minusSeconds(280).plus(ROUND_TRIP));
        assertThat(time.machineAhead()).isCloseTo(Duration.ofMinutes(5), ROUND_TRIP);
    }

    @Test
    void followsADatabaseThatIsAhead() {
        hear(NOON.plusSeconds(300));

        assertThat(time.instant()).isEqualTo(NOON.plusSeconds(300));
        assertThat(time.machineAhead()).isNegative();
    }

    @Test
    void isNotMovedByAnAnswerThatItAgreesWith() {
        hear(NOON.plus(ROUND_TRIP.dividedBy(3)));

        assertThat(time.instant()).isEqualTo(NOON.plus(ROUND_TRIP));
    }

    @Test
    void isNotMovedByAMachineWhoseClockIsSet() {
        hear(NOON);
        machine.set(NOON.plus(Duration.ofDays(365)));

        assertThat(time.instant()).isEqualTo(NOON.plus(ROUND_TRIP));
    }

    @Test
    void aSlowAnswerSpoilsNothing() {
        hear(NOON);
        Instant before = time.instant();
        time.heard(before, nanos.get(), nanos.addAndGet(Duration.ofSeconds(2).toNanos()));

        assertThat(time.instant()).isEqualTo(before.plusSeconds(2));
    }

    /** Of the database, at some moment of a round trip. */
    private void hear(Instant said) {
        long asked = nanos.get();
        pass(ROUND_TRIP);
        time.heard(said, asked, nanos.get());
    }

    private void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
        machine.updateAndGet(now -> now.plus(duration));
    }
}
