package io.bellwether.core;

import java.util.Arrays;

/** The median, which a few outliers do not move. */
public final class Median {

    private Median() {}

    /**
     * The mean of the middle two when their number is even.
     *
     * @param values at least one, in any order; they stay as they are
     */
    public static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
