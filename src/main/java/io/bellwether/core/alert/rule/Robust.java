package io.bellwether.core.alert.rule;

import io.bellwether.core.Median;
import java.util.Arrays;

/** What is usual among values of which some may be far off: they hardly move it. */
final class Robust {

    /** Makes the median absolute deviation comparable with the standard deviation of a normal distribution. */
    private static final double CONSISTENT = 1.4826;

    private Robust() {}

    /** How far values usually are from their median, as a standard deviation would say it. */
    static double deviation(double[] values) {
        double median = Median.of(values);
        return CONSISTENT
                * Median.of(Arrays.stream(values)
                        .map(value -> Math.abs(value - median))
                        .toArray());
    }
}
