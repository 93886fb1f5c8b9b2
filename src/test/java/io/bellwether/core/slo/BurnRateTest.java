package io.bellwether.core.slo;

import static io.bellwether.core.slo.BurnRate.State.BURNING;
import static io.bellwether.core.slo.BurnRate.State.CALM;
import static io.bellwether.core.slo.BurnRate.State.UNFIT;
import static io.bellwether.core.slo.BurnRate.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A probe every minute; each strip ends now and what it does not show was good, unless said otherwise. */
class BurnRateTest {

    private static final Objective THREE_NINES = new Objective.Availability(0.999);
    private static final Duration OLD = Duration.ofDays(90);
    private static final int DAYS_3 = 3 * 1440;
    private static final BurnRule FAST = BurnRule.STANDARD.getFirst();

    static List<BurnRule> standard() {
        return BurnRule.STANDARD;
    }

    @ParameterizedTest
    @MethodSource("standard")
    void oneLostProbeFiresNothing(BurnRule rule) {
        // 1 of 60 is 16.7 times and 1 of 5 is 200 times what 99.9 % allows, far above 14.4.
        assertThat(burn(rule, "D").state()).isEqualTo(CALM);
        assertThat(burn(rule, "DG").state()).isEqualTo(CALM);
        assertThat(burn(rule, "DGGGG").state()).isEqualTo(CALM);
    }

    @ParameterizedTest
    @CsvSource({
        "DD, CALM",
        "DDD, BURNING",
        "DDDDDDDDDD, BURNING",
        "DDDGGG, BURNING",
        "DDDGGGG, CALM",
        "DDDDDDDDDDGGGGG, CALM"
    })
    void anOutagePagesWithItsThirdBadAnswerAndNotLongAfterItsLast(String strip, BurnRate.State expected) {
        assertThat(burn(FAST, strip).state()).isEqualTo(expected);
    }

    @Test
    void oneLostProbeAfterAnOutageThatIsOverDoesNotPageAgain() {
        assertThat(burn(FAST, "DDDDDD" + "G".repeat(30) + "D").state()).isEqualTo(CALM);
        assertThat(burn(FAST, "DDDDDD" + "G".repeat(30) + "DGD").state()).isEqualTo(BURNING);
    }

    @Test
    void ratesAreMultiplesOfWhatTheTargetAllows() {
        BurnRate burn = burn(FAST, "DDD");

        // 3 of 60 are 5 %, 3 of 5 are 60 %, and 0.1 % may be.
        assertThat(burn.longRate()).isCloseTo(50, within(1e-9));
        assertThat(burn.shortRate()).isCloseTo(600, within(1e-9));
        assertThat(burn.reason())
                .isEqualTo("The error budget was used 50.0 times as fast as it lasts in PT1H and 600.0 times in PT5M.");
    }

    /** At 99 % the rules need 9 of 60, 22 of 360, 44 of 1440 and 44 of 4320: one more than 8.64, 21.6, 43.2 and 43.2. */
    @ParameterizedTest
    @CsvSource({"0, 8, 9", "1, 21, 22", "2, 43, 44", "3, 43, 44"})
    void aRuleFiresWithTheFirstBadAnswerAboveItsRate(int rule, int calm, int burning) {
        Objective ninetyNine = new Objective.Availability(0.99);
        BurnRule standard = BurnRule.STANDARD.get(rule);

        assertThat(BurnRate.of(standard, ninetyNine, watch("G".repeat(DAYS_3) + "D".repeat(calm)))
                        .state())
                .isEqualTo(CALM);
        assertThat(BurnRate.of(standard, ninetyNine, watch("G".repeat(DAYS_3) + "D".repeat(burning)))
                        .state())
                .isEqualTo(BURNING);
    }

    @ParameterizedTest
    @MethodSource("standard")
    void withoutDataNothingIsCalm(BurnRule rule) {
        assertThat(BurnRate.of(rule, THREE_NINES, watch(".".repeat(DAYS_3))).state())
                .isEqualTo(UNKNOWN);
        assertThat(BurnRate.of(rule, THREE_NINES, watch("U".repeat(DAYS_3))).state())
                .isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({".., CALM", "..., UNKNOWN", "....., UNKNOWN", "UUU, UNKNOWN", "UUUGG, UNKNOWN", "UUUGGG, CALM"})
    void whenMostOfTheShortWindowIsMissingNobodyKnows(String strip, BurnRate.State expected) {
        BurnRate burn = burn(FAST, strip);

        assertThat(burn.state()).isEqualTo(expected);
        if (expected == UNKNOWN) {
            assertThat(burn.reason()).isEqualTo("Less than half of the last PT5M is known.");
        }
    }

    @Test
    void whenMostOfTheLongWindowIsMissingNobodyKnowsThoughAllIsWellNow() {
        assertThat(burn(FAST, ".".repeat(31) + "G".repeat(29)).reason())
                .isEqualTo("Less than half of the last PT1H is known.");
        assertThat(burn(FAST, ".".repeat(30) + "G".repeat(30)).state()).isEqualTo(CALM);
    }

    @Test
    void whatWasSeenBurnsEvenIfAllThatIsMissingWasGood() {
        // 5 bad of 60 minutes is 83 times what may be, whatever happened in the other 55.
        BurnRate burn = burn(FAST, ".".repeat(55) + "DDDDD");

        assertThat(burn.state()).isEqualTo(BURNING);
        assertThat(burn.longRate()).isCloseTo(5.0 / 60 / 0.001, within(1e-9));
    }

    @Test
    void anObjectiveYoungerThanTheLongWindowIsNotJudged() {
        Watch young = new Watch(
                Duration.ofMinutes(1), Duration.ofMinutes(59), watch("DDDDD").last());

        assertThat(BurnRate.of(FAST, THREE_NINES, young))
                .extracting(BurnRate::state, BurnRate::reason)
                .containsExactly(UNFIT, "The objective is younger than the PT1H this rule looks back.");
    }

    @Test
    void aRuleThatIsOfNoUseIsNotCalmButSaysWhy() {
        BurnRule textbook = new BurnRule(14.4, Duration.ofHours(1), Duration.ofMinutes(5), BurnRule.Urgency.PAGE, 1);

        assertThat(burn(textbook, "G")).satisfies(burn -> {
            assertThat(burn.state()).isEqualTo(UNFIT);
            assertThat(burn.reason()).startsWith("A single bad answer of the 60 in PT1H would fire this rule");
        });
    }

    /** Every five minutes: the short window of 5 minutes holds one answer and is widened to three. */
    @ParameterizedTest
    @ValueSource(strings = {"D", "DGG", "GD"})
    void aSlowProbeDoesNotPageByOneAnswerEither(String strip) {
        assertThat(BurnRate.of(FAST, THREE_NINES, watch(5, strip)).state()).isEqualTo(CALM);
        assertThat(BurnRate.of(FAST, THREE_NINES, watch(5, strip + "DDD")).state())
                .isEqualTo(BURNING);
    }

    @Test
    void excludedTimeIsNotMissing() {
        Duration hour = Duration.ofHours(1);
        Measured mostlyMaintenance = new Measured(Duration.ofMinutes(4), Duration.ZERO, Duration.ZERO, 0);
        Measured allMaintenance = new Measured(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

        assertThat(BurnRate.of(FAST, THREE_NINES, new Watch(Duration.ofMinutes(1), hour, window -> mostlyMaintenance))
                        .state())
                .isEqualTo(CALM);
        assertThat(BurnRate.of(FAST, THREE_NINES, new Watch(Duration.ofMinutes(1), hour, window -> allMaintenance))
                        .state())
                .isEqualTo(UNKNOWN);
    }

    private static BurnRate burn(BurnRule rule, String lately) {
        return BurnRate.of(rule, THREE_NINES, watch(lately));
    }

    private static Watch watch(String lately) {
        return watch(1, lately);
    }

    private static Watch watch(int minutes, String lately) {
        Duration every = Duration.ofMinutes(minutes);
        String strip = "G".repeat(DAYS_3) + lately;
        Strip drawing = new Strip(Instant.parse("2026-11-01T00:00:00Z"), every);
        Instant now = drawing.at(strip.length());
        return new Watch(every, OLD, window -> {
            Account account = Account.of(List.of(drawing.runs(strip)), now.minus(window), now);
            int from = strip.length() - (int) window.dividedBy(every);
            long bad =
                    strip.substring(from).chars().filter(state -> state == 'D').count();
            return Measured.of(account, bad);
        });
    }
}
