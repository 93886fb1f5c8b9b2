package io.bellwether.core.score.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlipDetectorTest {

    private static final int YEAR = 52;
    private static final int FLOOR = 60;

    @Test
    void halfAYearHasToBeKnownFirst() {
        SlipDetector young = heard(16, _ -> 90);
        SlipDetector known = heard(26, _ -> 90);

        hear(young, 16, 10, _ -> 60);
        hear(known, 26, 10, _ -> 60);

        assertThat(young.slips()).isFalse();
        assertThat(known.slips()).isTrue();
        assertThat(heard(25, _ -> 90).baseline()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "7.5, 2", "6, 2", "5, 3"})
    void theFurtherASteadyVendorFallsTheFewerWeeksItTakes(double drop, int weeks) {
        SlipDetector detector = heard(YEAR, _ -> 90);

        hear(detector, YEAR, weeks - 1, _ -> 90 - drop);
        boolean before = detector.slips();
        hear(detector, YEAR + weeks - 1, 1, _ -> 90 - drop);

        assertThat(before).isFalse();
        assertThat(detector.slips()).isTrue();
    }

    @Test
    void lessThanFivePointsAreNoSlipHoweverLongTheyLast() {
        SlipDetector detector = heard(YEAR, _ -> 90);

        for (int week = YEAR; week < 4 * YEAR; week++) {
            hear(detector, week, 1, _ -> 85.5);
            assertThat(detector.slips()).isFalse();
        }
    }

    @Test
    void tellsWhenItBeganAndHowFarItFell() {
        SlipDetector detector = heard(YEAR, week -> week % 2 == 0 ? 90 : 91);
        hear(detector, YEAR, 4, _ -> 80);

        Slip slip = slip(detector, YEAR + 4);

        assertThat(slip.since()).isEqualTo(new Week(YEAR, 0).monday());
        assertThat(slip.usual()).isEqualTo(90.5);
        assertThat(slip.level()).isEqualTo(80);
        assertThat(slip.drop()).isEqualTo(10.5);
        assertThat(slip.floor()).isEqualTo(FLOOR);
        assertThat(slip.crossing()).isNull();
        assertThat(slip.reason().marketing())
                .isEqualTo("It has been doing worse since 28 December 1970: 80 points of 100 instead of 90.5.");
        assertThat(slip.reason().it()).contains("1970-12-28", "median 80", "90.5 (52 weeks, spread 1,");
    }

    @Test
    void whatItFellToIsNotUsualWhileItSlips() {
        SlipDetector detector = heard(YEAR, _ -> 90);

        hear(detector, YEAR, 25, _ -> 70);

        assertThat(slip(detector, YEAR + 25).usual()).isEqualTo(90);
    }

    @Test
    void oneGoodWeekIsNotYetTheEndForANoisyVendor() {
        SlipDetector detector = heard(YEAR, week -> week % 2 == 0 ? 86 : 94);
        hear(detector, YEAR, 20, _ -> 75);

        hear(detector, YEAR + 20, 1, _ -> 90);
        boolean afterOne = detector.slips();
        hear(detector, YEAR + 21, 8, _ -> 90);

        assertThat(afterOne).isTrue();
        assertThat(detector.slips()).isFalse();
        assertThat(detector.baseline().usual()).isEqualTo(90);
    }

    @Test
    void halfAYearAfterItWasToldTheNewLevelIsUsual() {
        SlipDetector detector = heard(YEAR, _ -> 90);

        hear(detector, YEAR, 26, _ -> 80);
        boolean then = detector.slips();
        hear(detector, YEAR + 26, 2, _ -> 80);

        assertThat(then).isTrue();
        assertThat(detector.slips()).isFalse();
        assertThat(detector.baseline().usual()).isEqualTo(80);
    }

    @Test
    void aVendorThatStillFallsIsNotAtANewLevel() {
        SlipDetector detector = heard(YEAR, _ -> 95);

        hear(detector, YEAR, YEAR, week -> 95 - (week - YEAR) * 0.5);

        assertThat(slip(detector, 2 * YEAR).usual()).isEqualTo(95);
    }

    @Test
    void aVendorNotSeenForLongIsANewOne() {
        SlipDetector detector = heard(YEAR, _ -> 90);

        hear(detector, YEAR + SlipDetector.LONGEST_GAP, 10, _ -> 60);

        assertThat(detector.slips()).isFalse();
        assertThat(detector.baseline()).isNull();
        assertThat(SlipDetector.of(weeks(0, YEAR, _ -> 90), new Week(YEAR + 13, 0).monday())
                        .baseline())
                .isNull();
        assertThat(SlipDetector.of(weeks(0, YEAR, _ -> 90), new Week(YEAR + 12, 0).monday())
                        .baseline())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void missingWeeksAreNoSlipAndHideNone(int seed) {
        Random random = new Random(seed);
        List<Week> seen = new ArrayList<>();
        for (Week week : weeks(0, 3 * YEAR, week -> week < 2 * YEAR ? 90 : 82)) {
            if (random.nextInt(3) > 0) {
                seen.add(week);
            }
        }
        SlipDetector detector = new SlipDetector();
        int fallen = 0;
        for (Week week : seen) {
            detector.hear(week);
            fallen += week.median() < 90 ? 1 : 0;
            assertThat(detector.slips()).isEqualTo(fallen > 0 && fallen <= 26);
        }
        assertThat(fallen).isGreaterThan(26);
    }

    @Test
    void aWorseNewestWeekNeverEndsASlip() {
        Random random = new Random(6);
        int slips = 0;
        for (int series = 0; series < 500; series++) {
            int length = SlipDetector.LEAST_WEEKS + 1 + random.nextInt(3 * YEAR);
            double fall = random.nextInt(15);
            int start = random.nextInt(length);
            List<Week> weeks = weeks(0, length, week -> 85 + 3 * random.nextGaussian() - (week < start ? 0 : fall));
            List<Week> worse = new ArrayList<>(weeks);
            Week newest = worse.removeLast();
            worse.add(new Week(newest.number(), newest.median() - 1 - random.nextInt(20)));

            boolean slipped = heard(weeks).slips();

            slips += slipped ? 1 : 0;
            assertThat(heard(worse).slips() || !slipped).as("series %d", series).isTrue();
        }
        assertThat(slips).isBetween(50, 450);
    }

    @Test
    void theMoreWeeksResembleEachOtherTheMoreItTakes() {
        Baseline alike = Baseline.of(weeks(0, YEAR, week -> week / 13 % 2 == 0 ? 88 : 92));
        Baseline apart = Baseline.of(weeks(0, YEAR, week -> week % 2 == 0 ? 88 : 92));

        assertThat(alike.spread()).isEqualTo(apart.spread());
        assertThat(apart.autocorrelation()).isZero();
        assertThat(alike.autocorrelation()).isGreaterThan(0.8);
        assertThat(alike.threshold()).isGreaterThan(5 * apart.threshold());
    }

    @Test
    void aFewOutliersChangeNothingUsual() {
        Baseline baseline = Baseline.of(weeks(0, YEAR, week -> week % 10 == 5 ? 20 : 90));

        assertThat(baseline).isEqualTo(new Baseline(90, 1, baseline.autocorrelation(), YEAR));
        assertThat(baseline.autocorrelation()).isLessThan(0.05);
    }

    @Test
    void neighboursAreWeeksWithoutAGapBetween() {
        List<Week> everyOther = weeks(0, YEAR, _ -> 0).stream()
                .map(week -> new Week(2 * week.number(), week.number() / 13 % 2 == 0 ? 90 : 94))
                .toList();

        assertThat(Baseline.of(everyOther).autocorrelation()).isZero();
    }

    @Test
    void theAutocorrelationIsEstimatedWithoutBias() {
        Random random = new Random(1);
        double sum = 0;
        for (int series = 0; series < 1_000; series++) {
            double[] noise = {random.nextGaussian()};
            sum += Baseline.of(weeks(0, 2 * YEAR, _ -> {
                        noise[0] = 0.5 * noise[0] + Math.sqrt(0.75) * random.nextGaussian();
                        return 80 + 4 * noise[0];
                    }))
                    .autocorrelation();
        }

        assertThat(sum / 1_000).isCloseTo(0.5, within(0.03));
    }

    private static Slip slip(SlipDetector detector, int week) {
        LocalDate today = new Week(week, 0).monday();
        Slip slip = detector.slip(today, FLOOR);
        assertThat(slip).isNotNull();
        return slip;
    }

    private static SlipDetector heard(int weeks, IntToDoubleFunction index) {
        return heard(weeks(0, weeks, index));
    }

    private static SlipDetector heard(List<Week> weeks) {
        SlipDetector detector = new SlipDetector();
        weeks.forEach(detector::hear);
        return detector;
    }

    private static void hear(SlipDetector detector, int from, int weeks, IntToDoubleFunction index) {
        weeks(from, weeks, index).forEach(detector::hear);
    }

    private static List<Week> weeks(int from, int count, IntToDoubleFunction index) {
        List<Week> weeks = new ArrayList<>();
        for (int week = from; week < from + count; week++) {
            weeks.add(new Week(week, index.applyAsDouble(week)));
        }
        return weeks;
    }
}
