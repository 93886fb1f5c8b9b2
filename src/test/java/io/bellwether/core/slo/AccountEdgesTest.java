package io.bellwether.core.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How exactly an outage is known, by probes that look at different intervals. */
class AccountEdgesTest {

    private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");
    private static final Instant NOON = DAY.plus(Duration.ofHours(12));
    private static final Strip BY_ONE = new Strip(NOON, Duration.ofMinutes(1));
    private static final Strip BY_FIVE = new Strip(NOON, Duration.ofMinutes(5));

    /** From 12:00 the probe looks every minute instead of every five; 10:00 to 10:20, 11:50 to 12:10 and 12:30 to 12:40 down. */
    @Test
    void anIntervalChangedAtNoonChangesWhatIsKnownOfLaterEdgesOnly() {
        List<Run> runs = new ArrayList<>();
        runs.addAll(new Strip(DAY, Duration.ofMinutes(5)).runs("G".repeat(120) + "D".repeat(4) + "G".repeat(18)));
        runs.add(new Run(Run.State.DOWN, noon(-10), noon(10), Duration.ofMinutes(1), "because"));
        runs.addAll(new Strip(noon(10), Duration.ofMinutes(1)).runs("G".repeat(20) + "D".repeat(10) + "G".repeat(680)));

        Account account = Account.of(List.of(runs), DAY, DAY.plus(Duration.ofDays(1)));

        assertThat(account.down()).isEqualTo(Duration.ofMinutes(20 + 20 + 10));
        assertThat(account.availability()).isEqualTo(1390.0 / 1440);
        assertThat(account.outages()).hasSize(3);
        // Down at 10:00 and at 10:15; good at 9:55 and at 10:20.
        assertKnown(account.outages().get(0), 15, 25);
        // Down at 11:50 and at 12:09; good at 11:45 and at 12:10.
        assertKnown(account.outages().get(1), 19, 25);
        // Down at 12:30 and at 12:39; good at 12:29 and at 12:40.
        assertKnown(account.outages().get(2), 9, 11);
    }

    @Test
    void anOutageSeenAtTheChangeMayHaveBegunWithinTheOldInterval() {
        List<Run> runs = List.of(
                new Run(Run.State.GOOD, DAY, NOON, Duration.ofMinutes(5), "fine"),
                new Run(Run.State.DOWN, NOON, noon(10), Duration.ofMinutes(1), "because"),
                new Run(Run.State.GOOD, noon(10), noon(60), Duration.ofMinutes(1), "fine"));

        // Down at 12:00 and at 12:09; good at 11:55 and at 12:10.
        assertKnown(Account.of(List.of(runs), DAY, noon(60)).outages().getFirst(), 9, 15);
    }

    @Test
    void twoProbesThatOverlapMakeOneOutage() {
        Account account = Account.of(
                List.of(
                        BY_FIVE.runs("GGGGDGGG"), //
                        BY_ONE.runs("G".repeat(23) + "D".repeat(10) + "G".repeat(7))),
                NOON,
                noon(40));

        // The slow one speaks from :20 to :25, the fast one from :23 to :33.
        assertThat(account.down()).isEqualTo(Duration.ofMinutes(13));
        assertThat(account.outages()).hasSize(1);
        // Surely: the slow one saw a moment, the fast one :23 to :32. Perhaps: after the slow one's good answer at :15.
        assertKnown(account.outages().getFirst(), 9, 18);
    }

    @Test
    void theSlowProbeMayHaveBeenDownBeforeTheFastOneWas() {
        Account account = Account.of(
                List.of(
                        BY_ONE.runs("G".repeat(18) + "DDDD" + "G".repeat(18)), //
                        BY_FIVE.runs("GGGGDDGG")),
                NOON,
                noon(40));

        assertThat(account.down()).isEqualTo(Duration.ofMinutes(12));
        // Surely :18 to :21 and :20 to :25, perhaps :15 to :30.
        assertKnown(account.outages().getFirst(), 7, 15);
    }

    @Test
    void timeIsNeverPartOfTwoOutages() {
        Account account = Account.of(
                List.of(
                        BY_ONE.runs("G".repeat(10) + "DDDD" + "G".repeat(26)), //
                        BY_FIVE.runs("GGGDGGGG")),
                NOON,
                noon(40));

        // The slow one may have been down since :10, of which the fast one's outage has :10 to :14.
        assertThat(account.outages()).hasSize(2);
        assertKnown(account.outages().get(0), 3, 5);
        assertKnown(account.outages().get(1), 0, 6);
    }

    @Test
    void anOutageOlderThanThePeriodBeginsWithIt() {
        Account account = Account.of(List.of(BY_FIVE.runs("DDDDDDGG")), noon(12), noon(40));

        assertThat(account.outages().getFirst().startedAt()).isEqualTo(noon(12));
        // Down at :10 and at :25, good at :30; what was before :12 belongs to the period before.
        assertKnown(account.outages().getFirst(), 13, 18);
    }

    @Test
    void anOutageThatLastsIsCertainUpToTheLastLook() {
        Account account = Account.of(List.of(BY_FIVE.runs("GGDDDD")), NOON, noon(28));

        assertThat(account.outages().getFirst().endedAt()).isNull();
        // Down at :10 and at :25; good at :05; the period ends at :28.
        assertKnown(account.outages().getFirst(), 15, 23);
    }

    @Test
    void anUnknownGapParts() {
        Account account = Account.of(List.of(BY_ONE.runs("GGDDDUUUDDGG..GG")), NOON, noon(16));

        assertThat(account.down()).isEqualTo(Duration.ofMinutes(5));
        assertThat(account.unknown()).isEqualTo(Duration.ofMinutes(3 + 2));
        assertThat(account.availability()).isEqualTo(6.0 / 11);
        assertKnown(account.outages().get(0), 2, 4);
        assertKnown(account.outages().get(1), 1, 3);
    }

    private static void assertKnown(Outage outage, int atLeast, int atMost) {
        assertThat(List.of(outage.atLeast(), outage.atMost()))
                .containsExactly(Duration.ofMinutes(atLeast), Duration.ofMinutes(atMost));
    }

    private static Instant noon(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }
}
