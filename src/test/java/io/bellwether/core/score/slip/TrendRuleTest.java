package io.bellwether.core.score.slip;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Dimension;
import io.bellwether.core.score.DailyIndex;
import io.bellwether.core.score.RuleSet;
import io.bellwether.core.score.Trend;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendRuleTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @ParameterizedTest
    @CsvSource({
        "85, 85, 85, SLIPPING",
        "86, 85, 85, STEADY",
        "85, 85, 86, STEADY", // not sustained
        "40, 90, 90, STEADY", // one bad day
        "90, 40, 40, STEADY", // over again
        "95, 95, 95, IMPROVING",
        "95, 95, 94, STEADY",
        "95, 90, 90, STEADY",
        "93, 88, 91, STEADY",
    })
    void comparesThreeDaysWithTheWeeksBefore(int today, int yesterday, int dayBefore, Trend expected) {
        List<DailyIndex> earlier = days(28, 3, 90);
        earlier.add(day(2, dayBefore));
        earlier.add(day(1, yesterday));

        assertThat(trend(day(0, today), false, earlier)).isEqualTo(expected);
    }

    @Test
    void theBaselineIsTheMedianAndSoSurvivesOutliers() {
        List<DailyIndex> earlier = days(28, 20, 90);
        earlier.addAll(days(19, 12, 10));
        earlier.addAll(days(11, 7, 90));
        earlier.addAll(days(6, 1, 90));

        assertThat(trend(day(0, 90), false, earlier)).isEqualTo(Trend.STEADY);
    }

    @Test
    void whatIsOlderThanFourWeeksOrYoungerThanOneIsNoBaseline() {
        List<DailyIndex> earlier = days(60, 29, 20);
        earlier.addAll(days(28, 7, 80));
        earlier.addAll(days(6, 1, 70));

        assertThat(trend(day(0, 70), false, earlier)).isEqualTo(Trend.SLIPPING);
    }

    @Test
    void ofAYoungVendorAllEarlierDaysAreTheBaseline() {
        List<DailyIndex> earlier = days(6, 3, 90);
        earlier.addAll(days(2, 1, 70));

        assertThat(trend(day(0, 70), false, earlier)).isEqualTo(Trend.SLIPPING);
    }

    @Test
    void withoutEarlierDaysNothingMoves() {
        assertThat(trend(day(0, 3), false, List.of())).isEqualTo(Trend.STEADY);
        assertThat(trend(day(0, 3), false, List.of(day(1, 90)))).isEqualTo(Trend.STEADY);
        assertThat(trend(day(0, 3), false, days(0, 0, 90))).isEqualTo(Trend.STEADY);
    }

    @Test
    void aHardFactIsASlipAtOnce() {
        assertThat(trend(day(0, 20), true, List.of())).isEqualTo(Trend.SLIPPING);
    }

    @Test
    void aChangeOfTheRulesIsNoChangeOfTheVendor() {
        List<DailyIndex> earlier = new ArrayList<>(days(28, 3, 95).stream()
                .map(point -> new DailyIndex(point.day(), point.index(), "2025.9"))
                .toList());
        earlier.addAll(days(2, 1, 70));

        assertThat(trend(day(0, 70), false, earlier)).isEqualTo(Trend.STEADY);
    }

    @ParameterizedTest
    @CsvSource({"92, STEADY", "93, SLIPPING"})
    void daysBeforeOtherProbesMovedTheIndexDoNotCount(int after, Trend expected) {
        List<DailyIndex> earlier = new ArrayList<>(days(60, 9, 95).stream()
                .map(point -> new DailyIndex(point.day(), point.index(), point.ruleSet(), 1, point.judged()))
                .toList());
        earlier.addAll(days(8, 3, after));
        earlier.addAll(days(2, 1, 90));

        assertThat(trend(day(0, 90), false, earlier)).isEqualTo(expected);
    }

    @Test
    void aProbeAddedTodayExplainsTodaysFallOnly() {
        List<DailyIndex> before = days(300, 1, 95).stream()
                .map(point -> new DailyIndex(point.day(), point.index(), point.ruleSet(), 1, point.judged()))
                .toList();

        for (int since = 1; since < 200; since++) {
            List<DailyIndex> earlier = new ArrayList<>(before);
            int days = since;
            earlier.removeIf(point -> point.day().isAfter(TODAY.minusDays(days)));
            earlier.addAll(days(since - 1, 1, 70));

            assertThat(TrendRule.of(day(0, 70), false, earlier, 60))
                    .as("%d days since", since)
                    .isEqualTo(new Course(Trend.STEADY, null));
        }
    }

    @Test
    void daysOnWhichOtherDimensionsWereJudgedDoNotCount() {
        Set<Dimension> all = EnumSet.allOf(Dimension.class);
        Set<Dimension> some = EnumSet.of(Dimension.UPTIME, Dimension.SECURITY);
        List<DailyIndex> before = days(100, 3, 95);
        List<DailyIndex> after = days(2, 1, 70);

        assertThat(trend(judged(day(0, 70), all), false, judged(before, some, after, all)))
                .isEqualTo(Trend.STEADY);
        assertThat(trend(judged(day(0, 70), all), false, judged(before, all, after, all)))
                .isEqualTo(Trend.SLIPPING);
        assertThat(trend(judged(day(0, 70), all), false, judged(before, Set.of(), after, all)))
                .isEqualTo(Trend.SLIPPING);
    }

    @ParameterizedTest
    @CsvSource({"35, STEADY", "28, SLIPPING", "66, STEADY", "76, IMPROVING"})
    void threeDaysOfANoisyVendorHaveToDifferMore(int index, Trend expected) {
        List<DailyIndex> earlier = new ArrayList<>();
        for (int ago = 400; ago >= 3; ago--) {
            boolean even = Week.number(TODAY.minusDays(ago)) % 2 == 0;
            earlier.add(day(ago, even ? 46 : 54));
        }
        earlier.addAll(days(2, 1, index));

        assertThat(trend(day(0, index), false, earlier)).isEqualTo(expected);
    }

    @Test
    void aSuddenSlipSaysSinceWhenAndHowFar() {
        List<DailyIndex> earlier = days(60, 4, 90);
        earlier.addAll(days(3, 1, 70));

        Slip slip = TrendRule.of(day(0, 72), false, earlier, 60).slip();

        assertThat(slip.since()).isEqualTo(TODAY.minusDays(3));
        assertThat(slip.usual()).isEqualTo(90);
        assertThat(slip.level()).isEqualTo(70);
        assertThat(slip.drop()).isEqualTo(20);
        assertThat(slip.crossing()).isNull();
        assertThat(slip.reason().it())
                .isEqualTo("4 days in a row since 2026-11-19 at least 5 points below the median of the weeks before,"
                        + " 90: median 70.");
    }

    @Test
    void aHardFactAloneIsASlipWithNothingToSayOfIt() {
        assertThat(TrendRule.of(day(0, 20), true, days(60, 1, 90), 60)).isEqualTo(new Course(Trend.SLIPPING, null));
    }

    @Test
    void whatFallsIsProjectedToItsFloor() {
        Course course = TrendRule.of(day(0, 75), false, falling(), 60);

        assertThat(course.trend()).isEqualTo(Trend.SLIPPING);
        assertThat(course.slip().since()).isBetween(TODAY.minusDays(150), TODAY.minusDays(90));
        // A point a week, 75 today.
        assertThat(course.slip().crossing().date()).isBetween(TODAY.plusWeeks(14), TODAY.plusWeeks(16));
        assertThat(TrendRule.of(day(0, 75), false, falling(), 76).slip().crossing())
                .isNull();
    }

    @Test
    void theOrderOfTheDaysSaysNothing() {
        Random random = new Random(2);
        List<DailyIndex> shuffled = new ArrayList<>(falling());
        Course expected = TrendRule.of(day(0, 75), false, shuffled, 60);

        for (int i = 0; i < 20; i++) {
            Collections.shuffle(shuffled, random);
            assertThat(TrendRule.of(day(0, 75), false, shuffled, 60)).isEqualTo(expected);
        }
    }

    @Test
    void noChangeOfTheRulesIsEverASlip() {
        Random random = new Random(5);
        for (int series = 0; series < 300; series++) {
            int changed = random.nextInt(600);
            int level = 50 + random.nextInt(40);
            int moved = random.nextInt(50);
            List<DailyIndex> earlier = new ArrayList<>();
            for (int ago = 600; ago >= 1; ago--) {
                earlier.add(
                        ago > changed
                                ? new DailyIndex(TODAY.minusDays(ago), level + moved + random.nextInt(3), "2025.9")
                                : day(ago, level + random.nextInt(3)));
            }

            Course course = TrendRule.of(day(0, level + 1), false, earlier, 60);

            assertThat(course).as("series %d", series).isEqualTo(new Course(Trend.STEADY, null));
        }
    }

    @Test
    void aLowerIndexTodayNeverEndsASlip() {
        Random random = new Random(7);
        int slips = 0;
        for (int series = 0; series < 300; series++) {
            int length = 3 + random.nextInt(400);
            int start = random.nextInt(30);
            int fall = random.nextInt(20);
            List<DailyIndex> earlier = new ArrayList<>();
            for (int ago = length; ago >= 1; ago--) {
                earlier.add(day(ago, 80 + random.nextInt(5) - (ago < start ? fall : 0)));
            }
            boolean slipped = trend(day(0, 80 - fall), false, earlier) == Trend.SLIPPING;
            Trend lower = trend(day(0, 80 - fall - random.nextInt(40)), false, earlier);

            slips += slipped ? 1 : 0;
            assertThat(lower == Trend.SLIPPING || !slipped)
                    .as("series %d", series)
                    .isTrue();
        }
        assertThat(slips).isBetween(50, 250);
    }

    private static List<DailyIndex> judged(
            List<DailyIndex> before, Set<Dimension> then, List<DailyIndex> after, Set<Dimension> now) {
        return Stream.concat(
                        before.stream().map(day -> judged(day, then)),
                        after.stream().map(day -> judged(day, now)))
                .toList();
    }

    private static DailyIndex judged(DailyIndex day, Set<Dimension> judged) {
        return new DailyIndex(day.day(), day.index(), day.ruleSet(), day.scope(), judged);
    }

    /** A point a week for 20 weeks, after 200 days at 95. */
    private static List<DailyIndex> falling() {
        List<DailyIndex> days = days(340, 141, 95);
        for (int ago = 140; ago >= 1; ago--) {
            days.add(day(ago, 75 + Math.ceilDiv(ago, 7)));
        }
        return days;
    }

    private static Trend trend(DailyIndex today, boolean capped, List<DailyIndex> earlier) {
        return TrendRule.of(today, capped, earlier, 60).trend();
    }

    private static List<DailyIndex> days(int from, int to, int index) {
        List<DailyIndex> days = new ArrayList<>();
        for (int ago = from; ago >= to; ago--) {
            days.add(day(ago, index));
        }
        return days;
    }

    private static DailyIndex day(int ago, int index) {
        return new DailyIndex(TODAY.minusDays(ago), index, RuleSet.CURRENT);
    }
}
