package io.bellwether.core.alert.rule;

import java.util.Arrays;

/** What is usual among values of which some may be far off: they hardly move it. */
final class Robust {

    /** Makes the median absolute deviation comparable with the standard deviation of a normal distribution. */
    private static final double CONSISTENT = 1.4826;

    private Robust() {}

    /** Of at least one value; the mean of the middle two when their number is even. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** How far values usually are from their median, as a standard deviation would say it. */
    static double deviation(double[] values) {
        double median = median(values);
        return CONSISTENT
                * median(Arrays.stream(values)
                        .map(value -> Math.abs(value - median))
                        .toArray());
    }
}
