package io.bellwether.core.score.slip;

import io.bellwether.core.Median;
import java.util.Arrays;
import java.util.List;

/**
 * How steeply weeks fall or rise, in points a week: the median of the slopes between any two of them (Theil 1950), and
 * between which two it lies 9 times of 10 (Sen 1968).
 */
record Slope(double middle, double lowest, double highest) {

    /** The normal distribution's 95th percentile: 5 % on either side. */
    private static final double QUANTILE = 1.6449;

    /**
     * @param weeks at least two
     * @param inertia widens the interval when weeks resemble each other, see {@link Baseline#inertia()}
     */
    static Slope of(List<Week> weeks, double inertia) {
        int size = weeks.size();
        double[] slopes = new double[size * (size - 1) / 2];
        int next = 0;
        for (int later = 1; later < size; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                slopes[next++] = between(weeks.get(earlier), weeks.get(later));
            }
        }
        Arrays.sort(slopes);
        double middle = Median.of(slopes);
        double deviation = Math.sqrt(inertia * size * (size - 1.0) * (2.0 * size + 5) / 18);
        int margin = (int) Math.min(slopes.length - 1, Math.ceil(QUANTILE * deviation));
        int skipped = (slopes.length - margin) / 2;
        return new Slope(middle, slopes[skipped], slopes[slopes.length - 1 - skipped]);
    }

    private static double between(Week earlier, Week later) {
        return (later.median() - earlier.median()) / (later.number() - earlier.number());
    }
}
