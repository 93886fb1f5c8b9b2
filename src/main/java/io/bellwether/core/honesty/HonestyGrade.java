package io.bellwether.core.honesty;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How honest a status page is. The score is the share of the judged time that was admitted, in percent, less one point for
 * each three minutes of the median delay, at most 20. A from 90, B from 75, C from 60, D from 40, else F.
 *
 * @param score 0 to 100; null when there is too little to judge by
 * @param grade A to F; null with it
 * @param admittedShare 0 to 1, of the judged time; null with it
 * @param ungraded why there is no grade; null when there is one
 */
public record HonestyGrade(
        @Nullable Integer score,
        @Nullable String grade,
        @Nullable Double admittedShare,
        @Nullable Ungraded ungraded) {

    /** The version of this arithmetic; grades of different versions are not comparable. */
    public static final String METHOD = "honesty-1";

    private static final double MINUTES_PER_POINT = 3;
    private static final double MOST_FOR_DELAY = 20;

    /** Why there is no grade. */
    public enum Ungraded {
        /** No status page is read. */
        NO_PAGE,
        /** No outage was long enough. */
        NOTHING_TO_ADMIT,
        /** The page could not be read when it mattered. */
        PAGE_UNKNOWN
    }

    static HonestyGrade without(Ungraded reason) {
        return new HonestyGrade(null, null, null, reason);
    }

    /** @param judged at least one */
    static HonestyGrade of(List<AnsweredOutage> judged, @Nullable Duration medianDelay) {
        double share = (double) millis(
                        judged.stream().map(AnsweredOutage::judgedAdmitted).toList())
                / millis(judged.stream().map(AnsweredOutage::judged).toList());
        double late = medianDelay == null ? 0 : medianDelay.toMillis() / 60_000.0 / MINUTES_PER_POINT;
        int score = (int) Math.round(Math.max(0, share * 100 - Math.min(MOST_FOR_DELAY, late)));
        return new HonestyGrade(score, letter(score), share, null);
    }

    private static long millis(List<Duration> durations) {
        return durations.stream().mapToLong(Duration::toMillis).sum();
    }

    private static String letter(int score) {
        if (score >= 90) {
            return "A";
        }
        if (score >= 75) {
            return "B";
        }
        if (score >= 60) {
            return "C";
        }
        return score >= 40 ? "D" : "F";
    }
}
