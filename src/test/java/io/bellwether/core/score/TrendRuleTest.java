package io.bellwether.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

        assertThat(TrendRule.of(day(0, today), false, earlier)).isEqualTo(expected);
    }

    @Test
    void theBaselineIsTheMedianAndSoSurvivesOutliers() {
        List<DailyIndex> earlier = days(28, 20, 90);
        earlier.addAll(days(19, 12, 10));
        earlier.addAll(days(11, 7, 90));
        earlier.addAll(days(6, 1, 90));

        assertThat(TrendRule.of(day(0, 90), false, earlier)).isEqualTo(Trend.STEADY);
    }

    @Test
    void whatIsOlderThanFourWeeksOrYoungerThanOneIsNoBaseline() {
        List<DailyIndex> earlier = days(60, 29, 20);
        earlier.addAll(days(28, 7, 80));
        earlier.addAll(days(6, 1, 70));

        assertThat(TrendRule.of(day(0, 70), false, earlier)).isEqualTo(Trend.SLIPPING);
    }

    @Test
    void ofAYoungVendorAllEarlierDaysAreTheBaseline() {
        List<DailyIndex> earlier = days(6, 3, 90);
        earlier.addAll(days(2, 1, 70));

        assertThat(TrendRule.of(day(0, 70), false, earlier)).isEqualTo(Trend.SLIPPING);
    }

    @Test
    void withoutEarlierDaysNothingMoves() {
        assertThat(TrendRule.of(day(0, 3), false, List.of())).isEqualTo(Trend.STEADY);
        assertThat(TrendRule.of(day(0, 3), false, List.of(day(1, 90)))).isEqualTo(Trend.STEADY);
        assertThat(TrendRule.of(day(0, 3), false, days(0, 0, 90))).isEqualTo(Trend.STEADY);
    }

    @Test
    void aHardFactIsASlipAtOnce() {
        assertThat(TrendRule.of(day(0, 20), true, List.of())).isEqualTo(Trend.SLIPPING);
    }

    @Test
    void aChangeOfTheRulesIsNoChangeOfTheVendor() {
        List<DailyIndex> earlier = new ArrayList<>(days(28, 3, 95).stream()
                .map(point -> new DailyIndex(point.day(), point.index(), "2025.9"))
                .toList());
        earlier.addAll(days(2, 1, 70));

        assertThat(TrendRule.of(day(0, 70), false, earlier)).isEqualTo(Trend.STEADY);
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
