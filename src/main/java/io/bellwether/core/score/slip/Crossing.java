package io.bellwether.core.score.slip;

import io.bellwether.core.Median;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an index that goes on falling as it does crosses its floor.
 *
 * @param from the earliest date that the weeks allow, 9 times of 10
 * @param to the latest; null when it is more than two years away
 */
public record Crossing(
        LocalDate date, LocalDate from, @Nullable LocalDate to) {

    private static final int LEAST_WEEKS = 6;
    private static final int MOST_YEARS = 2;
    private static final int DAYS = 7;
    /** In weeks, as {@link Week} numbers them: far enough, and a date still. */
    private static final double FAR_AWAY = 100_000;

    /**
     * @param weeks since the fall began, oldest first
     * @param inertia see {@link Baseline#inertia()}
     * @return null when so few weeks, or their scatter, leave open whether it falls, when it is below the floor, or when it
     *     gets there in more than two years
     */
    static @Nullable Crossing of(List<Week> weeks, double inertia, int floor, LocalDate today) {
        if (weeks.size() < LEAST_WEEKS) {
            return null;
        }
        Slope slope = Slope.of(weeks, inertia);
        if (slope.highest() >= 0) {
            return null;
        }
        LocalDate date = crossing(weeks, slope.middle(), floor);
        LocalDate latest = today.plusYears(MOST_YEARS);
        if (!date.isAfter(today) || date.isAfter(latest)) {
            return null;
        }
        LocalDate from = crossing(weeks, slope.lowest(), floor);
        LocalDate to = crossing(weeks, slope.highest(), floor);
        return new Crossing(date, from.isAfter(today) ? from : today.plusDays(1), to.isAfter(latest) ? null : to);
    }

    /** Where the line of a slope that has as many weeks above as below it meets the floor. */
    private static LocalDate crossing(List<Week> weeks, double slope, int floor) {
        double start = Median.of(weeks.stream()
                .mapToDouble(week -> week.median() - slope * week.number())
                .toArray());
        double week = Math.min((floor - start) / slope, FAR_AWAY);
        // The middle of a week is its Thursday.
        return LocalDate.ofEpochDay(Math.round(week * DAYS));
    }
}
