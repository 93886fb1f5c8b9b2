package io.bellwether.core.finance;

/**
 * How far a listed company's value lies above its debt, in standard deviations of a year: the naive form of Bharath and Shumway
 * 2008, which takes the place of solving Merton's equations.
 *
 * @param distance of the company's value from its debt
 * @param probability of falling below it within a year, as the normal distribution has it; real failures are more frequent
 */
public record DistanceToDefault(double distance, double probability) {

    private static final double LEAST_VOLATILITY_OF_DEBT = 0.05;
    private static final double SHARE_OF_VOLATILITY = 0.25;

    /**
     * @param equity market value of all shares, above 0
     * @param volatility of the share price, a standard deviation of a year, above 0
     * @param pastReturn of the share in the last year; 0.1 is 10 %
     * @param shortTermDebt due within a year, in the unit of the equity
     * @param longTermDebt due later, which counts half; with the former above 0
     */
    public static DistanceToDefault of(
            double equity, double volatility, double pastReturn, double shortTermDebt, double longTermDebt) {
        double debt = shortTermDebt + 0.5 * longTermDebt;
        double value = equity + debt;
        double ofDebt = LEAST_VOLATILITY_OF_DEBT + SHARE_OF_VOLATILITY * volatility;
        double ofValue = equity / value * volatility + debt / value * ofDebt;
        double distance = (Math.log(value / debt) + pastReturn - 0.5 * ofValue * ofValue) / ofValue;
        return new DistanceToDefault(distance, NormalDistribution.below(-distance));
    }
}
