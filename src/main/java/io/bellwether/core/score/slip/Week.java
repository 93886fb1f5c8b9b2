package io.bellwether.core.score.slip;

import io.bellwether.core.Median;
import io.bellwether.core.score.DailyIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The middle of the daily indices of one week.
 *
 * @param number weeks since the one that began on Monday, 1969-12-29; weeks are whole UTC days from Monday to Sunday
 */
record Week(long number, double median) {

    /** A day or two say nothing of a week. */
    private static final int LEAST_DAYS = 3;

    private static final int DAYS = 7;
    private static final int THURSDAY = 3;

    static long number(LocalDate day) {
        return Math.floorDiv(day.toEpochDay() + THURSDAY, DAYS);
    }

    LocalDate monday() {
        return LocalDate.ofEpochDay(number * DAYS - THURSDAY);
    }

    /** The weeks before the one of a day, oldest first; those with fewer than three days are missing. */
    static List<Week> before(LocalDate today, List<DailyIndex> days) {
        Map<Long, List<Integer>> byWeek = new TreeMap<>();
        for (DailyIndex day : days) {
            if (number(day.day()) < number(today)) {
                byWeek.computeIfAbsent(number(day.day()), _ -> new ArrayList<>(DAYS))
                        .add(day.index());
            }
        }
        List<Week> weeks = new ArrayList<>(byWeek.size());
        byWeek.forEach((number, indices) -> {
            if (indices.size() >= LEAST_DAYS) {
                weeks.add(new Week(
                        number,
                        Median.of(indices.stream().mapToDouble(index -> index).toArray())));
            }
        });
        return weeks;
    }

    /** The middle of the medians of at least one week. */
    static double middle(Collection<Week> weeks) {
        return Median.of(weeks.stream().mapToDouble(Week::median).toArray());
    }
}
