package io.bellwether.core.finance;

/** Divides as the scorecard was fitted: what is as good as zero is a tiny number with its sign, so that a ratio is always there. */
final class Ratio {

    private static final double SMALLEST = 1e-6;

    private Ratio() {}

    static double of(double dividend, double divisor) {
        if (Math.abs(divisor) >= SMALLEST) {
            return dividend / divisor;
        }
        return dividend / (divisor < 0 ? -SMALLEST : SMALLEST);
    }
}
