package io.bellwether.core.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.slo.BurnRule;
import io.bellwether.core.slo.Objective;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurnTest {

    private static final Duration STEP = Duration.ofMinutes(5);

    /** What a textbook rule takes to fire; where a single lost answer does, it is refused. */
    @ParameterizedTest(name = "{0} every {1} at {2} over {3}: {4}")
    @CsvSource({
        "0.99,   PT60S,  14.4, PT1H, 9",
        "0.99,   PT60S,   6,   PT6H, 22",
        "0.99,   PT60S,   1,   P3D,  44",
        "0.995,  PT60S,  14.4, PT1H, 5",
        "0.995,  PT60S,   6,   PT6H, 11",
        "0.995,  PT60S,   1,   P3D,  22",
        "0.999,  PT15S,  14.4, PT1H, 4",
        "0.999,  PT15S,   6,   PT6H, 9",
        "0.999,  PT15S,   1,   P3D,  18",
        "0.999,  PT30S,  14.4, PT1H, 2",
        "0.999,  PT30S,   6,   PT6H, 5",
        "0.999,  PT30S,   1,   P3D,  9",
        "0.999,  PT60S,  14.4, PT1H, 1",
        "0.999,  PT60S,   6,   PT6H, 3",
        "0.999,  PT60S,   1,   P3D,  5",
        "0.999,  PT300S, 14.4, PT1H, 1",
        "0.999,  PT300S,  6,   PT6H, 1",
        "0.999,  PT300S,  1,   P3D,  1",
        "0.9995, PT60S,  14.4, PT1H, 1",
        "0.9995, PT60S,   6,   PT6H, 2",
        "0.9995, PT60S,   1,   P3D,  3"
    })
    void aTextbookRuleIsRefusedWhereOneLostAnswerFiresIt(
            double target, Duration every, double factor, Duration longWindow, long trip) {
        Objective objective = new Objective.Availability(target);
        BurnRule rule = new BurnRule(factor, longWindow, STEP, BurnRule.Urgency.PAGE, 1);

        assertThat(rule.tripCount(objective, every)).isEqualTo(trip);
        assertThat(rule.refusal(objective, every) != null).isEqualTo(trip == 1);
    }

    @ParameterizedTest
    @CsvSource({
        "PT1H, PT5M, PT5M",
        "PT6H, PT30M, PT30M",
        "P1D, PT2H, PT1H",
        "P3D, PT6H, PT1H",
        "PT2H, PT10M, PT10M",
        "PT3H, PT45M, PT15M",
        "PT55M, PT10M, PT5M"
    })
    void longWindowsAreReadInLongSteps(Duration longWindow, Duration shortWindow, Duration step) {
        BurnRule rule = new BurnRule(14.4, longWindow, shortWindow, BurnRule.Urgency.TICKET, 3);

        assertThat(new Burn(new Objective.Availability(0.99), rule, Policy.inARow(1, 3)).step())
                .isEqualTo(step);
    }

    @Test
    void twoBadAnswersAreNotEnoughAndThreeAre() {
        Burn rule = burn(0.999, 14.4, Duration.ofHours(1), 3);

        assertThat(lastHour(rule, 2).signal()).isEqualTo(Signal.GOOD);
        assertThat(lastHour(rule, 3).signal()).isEqualTo(Signal.bad(Severity.CRITICAL));
        assertThat(lastHour(rule, 3).value()).isCloseTo(50, offset(1e-6));
    }

    @Test
    void anOutageThatIsOverDoesNotBurn() {
        Burn rule = burn(0.999, 14.4, Duration.ofHours(1), 3);
        int[] down = new int[24];
        down[15] = 5;

        assertThat(judged(rule, down).signal()).isEqualTo(Signal.GOOD);
    }

    @Test
    void withoutObservationsItCannotTell() {
        Burn rule = burn(0.999, 14.4, Duration.ofHours(1), 3);
        History empty = History.of(Readings.BEGIN.minus(Duration.ofDays(9)), Readings.MINUTE, List.of());

        assertThat(rule.judge(empty, Readings.BEGIN, false, Severity.WARNING).signal())
                .isEqualTo(Signal.NO_DATA);
    }

    @Test
    void aProbeYoungerThanTheWindowCannotBeJudged() {
        Burn rule = burn(0.999, 14.4, Duration.ofHours(1), 3);
        History young = Readings.down(STEP, 5, 5, 5);
        History justBegun = new History(Readings.BEGIN, Readings.MINUTE, young.readings());

        assertThat(rule.judge(justBegun, Readings.at(STEP, 3), false, Severity.WARNING)
                        .signal())
                .isEqualTo(Signal.NO_DATA);
    }

    @Test
    void aProbeForWhichOneLostAnswerWouldFireIsNotJudged() {
        Burn rule = burn(0.999, 14.4, Duration.ofHours(1), 1);

        assertThat(lastHour(rule, 5).signal()).isEqualTo(Signal.NO_DATA);
    }

    @Test
    void anOutageOfTwentyMinutesIsOneEpisode() {
        Burn rule = burn(0.999, 14.4, Duration.ofHours(1), 3);
        int[] down = new int[60];
        Arrays.fill(down, 20, 24, 5);

        assertThat(Replay.of(
                        rule,
                        Severity.CRITICAL,
                        Readings.down(STEP, down),
                        new Span(Readings.at(STEP, 12), Readings.at(STEP, 60))))
                .containsExactly(new Played(
                        Readings.at(STEP, 21), Readings.at(STEP, 21), Readings.at(STEP, 27), Severity.CRITICAL));
    }

    private static Verdict lastHour(Burn rule, int bad) {
        int[] down = new int[24];
        down[23] = bad;
        return judged(rule, down);
    }

    private static Verdict judged(Burn rule, int... down) {
        return rule.judge(Readings.down(STEP, down), Readings.at(STEP, down.length), false, Severity.CRITICAL);
    }

    private static Burn burn(double target, double factor, Duration longWindow, int minimumBad) {
        BurnRule rule = new BurnRule(factor, longWindow, STEP, BurnRule.Urgency.TICKET, minimumBad);
        return new Burn(new Objective.Availability(target), rule, Policy.inARow(1, 3));
    }
}
