package io.bellwether.core.sketch;

/**
 * The buckets of every sketch, the same for all so that sketches merge without loss: bucket 0 holds what is below a
 * microsecond, each further one reaches from its lower edge to 2 % above it, the last one holds all above an hour too.
 */
final class Buckets {

    static final int ZERO = 0;

    private static final double LEAST_MILLIS = 0.001;
    private static final double MOST_MILLIS = 3_600_000;
    private static final double PER_MILLI = 1 / LEAST_MILLIS;
    private static final double GROWTH = 1.02;
    private static final double LOG_GROWTH = Math.log(GROWTH);

    /** The highest bucket: that of one hour. */
    static final int LAST = indexWithinRange(MOST_MILLIS);

    private Buckets() {}

    static int indexOf(double millis) {
        if (Double.isNaN(millis)) {
            throw new IllegalArgumentException("A duration is a number of milliseconds, not NaN.");
        }
        if (millis < LEAST_MILLIS) {
            return ZERO;
        }
        return millis >= MOST_MILLIS ? LAST : indexWithinRange(millis);
    }

    /** The value as far from the bucket's lower edge as from its upper one, relative to the edge. */
    static double valueOf(int index) {
        if (index == ZERO) {
            return 0;
        }
        return LEAST_MILLIS * Math.pow(GROWTH, index) * 2 / (1 + GROWTH);
    }

    private static int indexWithinRange(double millis) {
        return 1 + (int) (Math.log(millis * PER_MILLI) / LOG_GROWTH);
    }
}
