package io.bellwether.core.finance;

/** The standard normal distribution. */
final class NormalDistribution {

    private static final double FAR = 8;
    private static final double LOG_OF_ROOT_OF_TWO_PI = 0.918_938_533_204_672_8;

    private NormalDistribution() {}

    /** The probability of a value below this one: a Taylor series around 0, exact to the last digits within 8 deviations. */
    static double below(double value) {
        if (Math.abs(value) > FAR) {
            return value < 0 ? 0 : 1;
        }
        double square = value * value;
        double term = value;
        double sum = value;
        double before = 0;
        for (int i = 3; sum != before; i += 2) {
            before = sum;
            term *= square / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-0.5 * square - LOG_OF_ROOT_OF_TWO_PI);
    }
}
