package io.bellwether.core.slo;

import static io.bellwether.core.slo.Run.State.DOWN;
import static io.bellwether.core.slo.Run.State.GOOD;
import static io.bellwether.core.slo.Run.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(1);

    @Test
    void anHourWithSixBadMinutesIsNinetyPercent() {
        Account account =
                Account.of(List.of(List.of(run(GOOD, 0, 30), run(DOWN, 30, 36), run(GOOD, 36, 60))), START, minute(60));

        assertThat(account.availability()).isEqualTo(0.9);
        assertThat(account.down()).isEqualTo(Duration.ofMinutes(6));
        assertThat(account.unknown()).isZero();
    }

    @Test
    void anOutageIsKnownToOneIntervalAtEachEdge() {
        Account account =
                Account.of(List.of(List.of(run(GOOD, 0, 30), run(DOWN, 30, 36), run(GOOD, 36, 60))), START, minute(60));

        Outage outage = account.outages().getFirst();
        assertThat(outage.startedAt()).isEqualTo(minute(30));
        assertThat(outage.endedAt()).isEqualTo(minute(36));
        assertThat(outage.atLeast()).isEqualTo(Duration.ofMinutes(5));
        assertThat(outage.atMost()).isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void oneBadObservationMayHaveBeenAMoment() {
        Outage outage = Account.of(
                        List.of(List.of(run(GOOD, 0, 9), run(DOWN, 9, 10), run(GOOD, 10, 20))), START, minute(20))
                .outages()
                .getFirst();

        assertThat(outage.atLeast()).isZero();
        assertThat(outage.atMost()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void unknownTimeIsNeitherGoodNorBad() {
        Account account = Account.of(
                List.of(List.of(run(GOOD, 0, 10), run(UNKNOWN, 10, 50), run(DOWN, 50, 60))), START, minute(60));

        assertThat(account.availability()).isEqualTo(0.5);
        assertThat(account.unknown()).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void timeNobodyObservedIsUnknown() {
        Account account = Account.of(List.of(List.of(run(GOOD, 10, 20))), START, minute(60));

        assertThat(account.unknown()).isEqualTo(Duration.ofMinutes(50));
        assertThat(account.availability()).isEqualTo(1.0);
    }

    @Test
    void nothingObservedHasNoAvailability() {
        assertThat(Account.of(List.of(), START, minute(60)).availability()).isNull();
    }

    @Test
    void theVendorIsDownWhenAnyProbeIs() {
        Account account = Account.of(
                List.of(
                        List.of(run(GOOD, 0, 60)),
                        List.of(run(GOOD, 0, 20), run(DOWN, 20, 25), run(GOOD, 25, 60)),
                        List.of(run(UNKNOWN, 0, 22), run(DOWN, 22, 30), run(UNKNOWN, 30, 60))),
                START,
                minute(60));

        assertThat(account.down()).isEqualTo(Duration.ofMinutes(10));
        assertThat(account.outages()).singleElement().satisfies(outage -> {
            assertThat(outage.startedAt()).isEqualTo(minute(20));
            assertThat(outage.endedAt()).isEqualTo(minute(30));
        });
    }

    @Test
    void anOutageThatLastsHasNoEnd() {
        Account account = Account.of(List.of(List.of(run(GOOD, 0, 50), run(DOWN, 50, 60))), START, minute(60));

        assertThat(account.outages().getFirst().endedAt()).isNull();
    }

    @Test
    void partsAddUpToThePeriod() {
        Account account = Account.of(
                List.of(List.of(run(GOOD, 3, 17), run(DOWN, 17, 29), run(UNKNOWN, 31, 44), run(GOOD, 44, 59))),
                START,
                minute(60));

        assertThat(account.good().plus(account.down()).plus(account.unknown())).isEqualTo(Duration.ofHours(1));
        assertThat(account.availability()).isCloseTo(29.0 / 41, within(1e-12));
    }

    @Test
    void anObservationStopsToSpeakWhenTheNextOneDoes() {
        Account account = Account.of(List.of(List.of(run(GOOD, 0, 30), run(DOWN, 20, 40))), START, minute(40));

        assertThat(account.good()).isEqualTo(Duration.ofMinutes(20));
        assertThat(account.down()).isEqualTo(Duration.ofMinutes(20));
    }

    private static Run run(Run.State state, int fromMinute, int toMinute) {
        return new Run(state, minute(fromMinute), minute(toMinute), EVERY, "because");
    }

    private static Instant minute(int minute) {
        return START.plus(EVERY.multipliedBy(minute));
    }
}
