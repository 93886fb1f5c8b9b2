package io.bellwether.core.score.slip;

import io.bellwether.core.Median;
import io.bellwether.core.score.DailyIndex;
import io.bellwether.core.score.Trend;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the viability index is going. It slips when {@link SlipDetector} says so, who hears whole weeks and needs 26 of them
 * first; and, of every vendor, when it fell so far that three days are enough to tell. Days judged by another rule set
 * do not count, nor those on which other dimensions had a score, nor those before other probes moved the index: a change of ours
 * must never look like a change of the vendor.
 */
public final class TrendRule {

    private static final int SUSTAINED_DAYS = 3;
    private static final int BASELINE_FROM_DAYS = 28;
    private static final int BASELINE_TO_DAYS = 7;
    /** Three days are no chance when they are as many spreads away, however much they resemble each other. */
    private static final int SPREADS = 5;

    private TrendRule() {}

    /**
     * @param capped whether a hard fact holds; that is a slip at once
     * @param earlier days before today in any order; today's own entry is ignored
     * @param floor the lowest index that is good enough
     */
    public static Course of(DailyIndex today, boolean capped, List<DailyIndex> earlier, int floor) {
        Stream<DailyIndex> sameRules = earlier.stream()
                .filter(point -> point.isComparableWith(today) && point.day().isBefore(today.day()))
                .sorted(Comparator.comparing(DailyIndex::day).reversed());
        List<DailyIndex> days =
                SameScope.of(Stream.concat(Stream.of(today), sameRules).toList());
        List<DailyIndex> comparable = days.subList(1, days.size());
        if (comparable.size() < SUSTAINED_DAYS - 1) {
            return new Course(capped ? Trend.SLIPPING : Trend.STEADY, null);
        }
        SlipDetector detector = SlipDetector.of(Week.before(today.day(), comparable), today.day());
        double usual = usual(comparable, today.day());
        double margin = margin(detector.baseline());
        Slip gradual = detector.slip(today.day(), floor);
        Slip slip = gradual == null ? sudden(days, usual, margin, floor) : gradual;
        if (capped || slip != null) {
            return new Course(Trend.SLIPPING, slip);
        }
        boolean risen = days.stream().limit(SUSTAINED_DAYS).allMatch(day -> day.index() >= usual + margin);
        return new Course(risen ? Trend.IMPROVING : Trend.STEADY, null);
    }

    /** The median of the days from 28 to 7 days ago, or, of a young vendor, of all earlier days. */
    private static double usual(List<DailyIndex> comparable, LocalDate today) {
        List<DailyIndex> window = comparable.stream()
                .filter(point -> !point.day().isBefore(today.minusDays(BASELINE_FROM_DAYS)))
                .filter(point -> !point.day().isAfter(today.minusDays(BASELINE_TO_DAYS)))
                .toList();
        return median(window.isEmpty() ? comparable : window);
    }

    /** By how much three days have to differ from what was usual, in points. */
    private static double margin(@Nullable Baseline baseline) {
        return baseline == null ? Baseline.LEAST_DROP : Math.max(Baseline.LEAST_DROP, SPREADS * baseline.spread());
    }

    private static @Nullable Slip sudden(List<DailyIndex> days, double usual, double margin, int floor) {
        List<DailyIndex> fallen =
                days.stream().takeWhile(day -> day.index() <= usual - margin).toList();
        if (fallen.size() < SUSTAINED_DAYS) {
            return null;
        }
        LocalDate since = fallen.getLast().day();
        double level = median(fallen);
        return new Slip(
                since,
                usual,
                level,
                usual - level,
                floor,
                null,
                SlipTexts.sudden(since, fallen.size(), usual, margin, level));
    }

    private static double median(List<DailyIndex> days) {
        return Median.of(days.stream().mapToDouble(DailyIndex::index).toArray());
    }
}
