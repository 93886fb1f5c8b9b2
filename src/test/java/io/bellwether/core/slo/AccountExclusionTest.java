package io.bellwether.core.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Twenty minutes, one character each: what was seen, and below it what is excluded. */
class AccountExclusionTest {

    private static final Strip STRIP = new Strip(Instant.parse("2026-11-01T00:00:00Z"), Duration.ofMinutes(1));

    @Test
    void maintenanceOverTheEndOfAnOutageTakesItsLastFourMinutes() {
        Account account = account(
                "GGGGDDDDDDGGGGGGGGGG", //
                "......xxxxxx........");

        // 20 - 6 excluded = 14, of which 2 down.
        assertParts(account, 12, 2, 0, 6);
        assertThat(account.availability()).isEqualTo(12.0 / 14);
        // Surely down 4 to 9 and perhaps 3 to 10, of which 6 and later does not count.
        assertOutage(account.outages().getFirst(), 4, 10, 2, 2, 3);
    }

    @Test
    void maintenanceOverTheBeginningOfAnOutageMakesItsBeginningExact() {
        Account account = account(
                "GGGGDDDDDDGGGGGGGGGG", //
                "..xxxxx.............");

        assertParts(account, 12, 3, 0, 5);
        // Surely down 4 to 9 and perhaps 3 to 10, of which only 7 and later counts.
        assertOutage(account.outages().getFirst(), 4, 10, 3, 2, 3);
    }

    @Test
    void maintenanceWithinAnOutageLeavesOneOutage() {
        Account account = account(
                "GGGGDDDDDDDDDDGGGGGG", //
                "........xx..........");

        assertParts(account, 10, 8, 0, 2);
        assertThat(account.outages()).hasSize(1);
        assertOutage(account.outages().getFirst(), 4, 14, 8, 7, 9);
    }

    @Test
    void anOutageWhollyInMaintenanceIsNone() {
        Account account = account(
                "GGGGDDDDDDGGGGGGGGGG", //
                "....xxxxxx..........");

        assertParts(account, 14, 0, 0, 6);
        assertThat(account.availability()).isEqualTo(1.0);
        assertThat(account.outages()).isEmpty();
    }

    @Test
    void maintenanceIsExcludedEvenWhereNobodyCouldTell() {
        Account account = account(
                "GGGGUUUU....GGGGGGGG", //
                "......xxxx..........");

        // Unknown are 4 and 5, which were seen so, and 10 and 11, which nobody saw.
        assertParts(account, 12, 0, 4, 4);
    }

    @Test
    void maintenanceWhileAllIsWellIsNotGoodTimeEither() {
        Account account = account(
                "DDGGGGGGGGGGGGGGGGGG", //
                "..........xxxxxxxxxx");

        assertParts(account, 8, 2, 0, 10);
        assertThat(account.availability()).isEqualTo(0.8);
    }

    @Test
    void overlappingExclusionsCountOnceAndOnlyWithinThePeriod() {
        Account account = Account.of(
                List.of(STRIP.runs("GGGGGGGGGGGGGGGGGGGG")),
                List.of(span(15, 60), span(3, 8), span(-10, 2), span(5, 9), span(4, 6)),
                STRIP.at(0),
                STRIP.at(20));

        // 0 to 2, 3 to 9 and 15 to 20.
        assertParts(account, 7, 0, 0, 13);
    }

    @Test
    void aPeriodExcludedAltogetherHasNoAvailability() {
        Account account = account(
                "GGGGDDDDDDGGGGGGGGGG", //
                "xxxxxxxxxxxxxxxxxxxx");

        assertParts(account, 0, 0, 0, 20);
        assertThat(account.availability()).isNull();
    }

    @Test
    void anExclusionMayCutAnInterval() {
        Account account = Account.of(
                List.of(STRIP.runs("GGGGDDGGGG")),
                List.of(new Span(STRIP.at(4).plusSeconds(15), STRIP.at(5).plusSeconds(15))),
                STRIP.at(0),
                STRIP.at(10));

        assertThat(account.down()).isEqualTo(Duration.ofMinutes(1));
        assertThat(account.outages().getFirst().atLeast()).isEqualTo(Duration.ofSeconds(15));
        assertThat(account.outages().getFirst().atMost()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aSpanDoesNotEndBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> span(2, 1));
    }

    private static Account account(String seen, String excluded) {
        return Account.of(List.of(STRIP.runs(seen)), STRIP.excluded(excluded), STRIP.at(0), STRIP.at(seen.length()));
    }

    private static Span span(int from, int to) {
        return new Span(STRIP.at(from), STRIP.at(to));
    }

    private static void assertParts(Account account, int good, int down, int unknown, int excluded) {
        assertThat(List.of(account.good(), account.down(), account.unknown(), account.excluded()))
                .as("good, down, unknown, excluded")
                .containsExactly(
                        Duration.ofMinutes(good),
                        Duration.ofMinutes(down),
                        Duration.ofMinutes(unknown),
                        Duration.ofMinutes(excluded));
    }

    private static void assertOutage(Outage outage, int from, int to, int counted, int atLeast, int atMost) {
        assertThat(outage)
                .isEqualTo(new Outage(
                        STRIP.at(from),
                        STRIP.at(to),
                        Duration.ofMinutes(counted),
                        Duration.ofMinutes(atLeast),
                        Duration.ofMinutes(atMost),
                        "because"));
    }
}
