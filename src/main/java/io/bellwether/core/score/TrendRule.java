package io.bellwether.core.score;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Where the viability index is going: it moved when it is at least 5 points from its baseline now and was so on the two
 * newest days before. The baseline is the median of the days from 28 to 7 days ago, or, of a young vendor, of all earlier
 * days. Days judged by another rule set do not count: a change of weights must never look like a change of the vendor.
 */
public final class TrendRule {

    private static final int MOVED = 5;
    private static final int SUSTAINED_DAYS = 2;
    private static final int BASELINE_FROM_DAYS = 28;
    private static final int BASELINE_TO_DAYS = 7;

    private TrendRule() {}

    /**
     * @param capped whether a hard fact holds; that is a slip at once
     * @param earlier days before today in any order; today's own entry is ignored
     */
    public static Trend of(DailyIndex today, boolean capped, List<DailyIndex> earlier) {
        if (capped) {
            return Trend.SLIPPING;
        }
        List<DailyIndex> comparable = earlier.stream()
                .filter(point ->
                        point.ruleSet().equals(today.ruleSet()) && point.day().isBefore(today.day()))
                .sorted(Comparator.comparing(DailyIndex::day).reversed())
                .toList();
        if (comparable.size() < SUSTAINED_DAYS) {
            return Trend.STEADY;
        }
        double baseline = median(baseline(comparable, today.day()));
        List<DailyIndex> recent = comparable.subList(0, SUSTAINED_DAYS);
        if (today.index() <= baseline - MOVED && recent.stream().allMatch(point -> point.index() <= baseline - MOVED)) {
            return Trend.SLIPPING;
        }
        if (today.index() >= baseline + MOVED && recent.stream().allMatch(point -> point.index() >= baseline + MOVED)) {
            return Trend.IMPROVING;
        }
        return Trend.STEADY;
    }

    private static List<DailyIndex> baseline(List<DailyIndex> comparable, LocalDate today) {
        List<DailyIndex> window = comparable.stream()
                .filter(point -> !point.day().isBefore(today.minusDays(BASELINE_FROM_DAYS)))
                .filter(point -> !point.day().isAfter(today.minusDays(BASELINE_TO_DAYS)))
                .toList();
        return window.isEmpty() ? comparable : window;
    }

    private static double median(List<DailyIndex> points) {
        int[] sorted = points.stream().mapToInt(DailyIndex::index).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
