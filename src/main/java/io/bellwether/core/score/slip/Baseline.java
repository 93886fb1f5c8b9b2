package io.bellwether.core.score.slip;

import io.bellwether.core.Median;
import java.util.List;

/**
 * What is usual for a vendor, told so that a few unusual weeks hardly change it. Two of its numbers are estimates from few
 * weeks, so both are taken with care: false alarms come from baselines that look calmer than they are.
 *
 * @param usual median of the weeks
 * @param spread their standard deviation, of which nothing beyond three median deviations counts; at least 1, because an
 *     index has no fractions
 * @param autocorrelation how much a week resembles the one before, 0 to 0.9
 * @param weeks how many there are
 */
record Baseline(double usual, double spread, double autocorrelation, int weeks) {

    /** The smallest fall that is called a slip, in points. */
    static final double LEAST_DROP = 5;

    /** A sum that gives way by half of what it is to find finds it soonest. */
    private static final double HALF = 0.5;

    /**
     * The highest the sum of h gets without a change has a tail of exp(-2 k h / v), v being the variance of a step: so many
     * times its unit keep false alarms below 5 % in four years, as simulated in {@code docs/slips.md}.
     */
    private static final double PATIENCE = 6.25;

    /** By how many of its standard errors the autocorrelation may be higher than it seems. */
    private static final double DOUBT = 1.5;

    /** The standard error of a median in those of a mean, of normal noise. */
    private static final double MEDIAN_ERROR = 1.2533;

    /** The standard deviation of normal noise in median deviations. */
    private static final double NORMAL = 1.4826;

    private static final double OUTLIER = 3;
    private static final double MOST_ALIKE = 0.9;

    /** @param weeks at least two, oldest first */
    static Baseline of(List<Week> weeks) {
        double usual = Median.of(values(weeks));
        double[] distances = values(weeks);
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(distances[i] - usual);
        }
        double reach = OUTLIER * Math.max(1, NORMAL * Median.of(distances));
        double[] deviations = values(weeks);
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = Math.clamp(deviations[i] - usual, -reach, reach);
        }
        return new Baseline(
                usual, Math.max(1, deviation(deviations)), autocorrelation(weeks, deviations), weeks.size());
    }

    /** By how much a week may fall short without adding to the sum, in points. */
    double allowance() {
        return HALF * Math.max(LEAST_DROP, spread) + MEDIAN_ERROR * spread * Math.sqrt(inertia() / weeks);
    }

    /** The sum of shortfalls beyond which they are no chance, in points. */
    double threshold() {
        return Math.max(LEAST_DROP, PATIENCE * inertia() * spread * spread / (2 * allowance()));
    }

    /** How many times the variance of a sum of weeks is what it were if they had nothing to do with each other. */
    double inertia() {
        double error = Math.sqrt((1 - autocorrelation * autocorrelation) / weeks);
        double most = Math.min(MOST_ALIKE, autocorrelation + DOUBT * error);
        return (1 + most) / (1 - most);
    }

    private static double deviation(double[] deviations) {
        double sum = 0;
        double squares = 0;
        for (double deviation : deviations) {
            sum += deviation;
            squares += deviation * deviation;
        }
        double mean = sum / deviations.length;
        return Math.sqrt(Math.max(0, squares - sum * mean) / (deviations.length - 1));
    }

    /** Of neighbouring weeks; corrected for what a short series makes it too small (Kendall 1954). */
    private static double autocorrelation(List<Week> weeks, double[] deviations) {
        double products = 0;
        double squares = 0;
        int pairs = 0;
        for (int i = 0; i < deviations.length; i++) {
            squares += deviations[i] * deviations[i];
            if (i > 0 && weeks.get(i).number() == weeks.get(i - 1).number() + 1) {
                products += deviations[i - 1] * deviations[i];
                pairs++;
            }
        }
        if (pairs == 0 || squares == 0) {
            return 0;
        }
        double seen = products / pairs / (squares / deviations.length);
        return Math.clamp(seen + (1 + 3 * seen) / deviations.length, 0, MOST_ALIKE);
    }

    private static double[] values(List<Week> weeks) {
        double[] values = new double[weeks.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = weeks.get(i).median();
        }
        return values;
    }
}
