package io.bellwether.core.score.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a threshold warned of a vendor.
 *
 * @param until exclusive
 */
public record Flag(String vendor, LocalDate since, LocalDate until) {

    /** What comes back so soon was never gone: a score on the threshold is no new warning each time. */
    private static final int ONE_WITHIN_DAYS = 30;

    /** Oldest first; none of them on the day of the failure. */
    static List<Flag> of(Course course, Threshold threshold) {
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < course.judgements().size(); i++) {
            Judgement judgement = course.judgements().get(i);
            if (!judgement.failed() && threshold.warns(judgement)) {
                Flag flag = new Flag(course.vendor(), judgement.day(), course.until(i));
                Flag last = flags.isEmpty() ? null : flags.getLast();
                if (last != null && continues(last, flag)) {
                    flags.removeLast();
                    flag = new Flag(flag.vendor, last.since, flag.until);
                }
                flags.add(flag);
            }
        }
        return List.copyOf(flags);
    }

    private static boolean continues(Flag last, Flag next) {
        return !last.until.plusDays(ONE_WITHIN_DAYS).isBefore(next.since);
    }

    /** Whether it was up at some time in the year before a failure. */
    boolean foretells(@Nullable LocalDate failedOn) {
        return failedOn != null && until.isAfter(failedOn.minusDays(Outcome.FORETOLD_WITHIN_DAYS));
    }
}
