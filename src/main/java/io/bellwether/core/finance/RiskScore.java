package io.bellwether.core.finance;

import java.util.List;

/**
 * What a variant of the scorecard says.
 *
 * @param score higher is riskier; no probability
 * @param rank what share of the companies that it was fitted on scored less, 0 to 100
 * @param contributions what each input adds; with the intercept they add up to the score
 */
public record RiskScore(double score, double rank, List<Contribution> contributions) {

    public record Contribution(ScorecardInput input, double amount) {}

    public RiskScore {
        contributions = List.copyOf(contributions);
    }

    /**
     * The probability of failure within about two years among companies of which a known share fails. The table was fitted as if
     * half of them did.
     *
     * @param baseRate that share, above 0 and below 1
     */
    public double probability(double baseRate) {
        return 1 / (1 + Math.exp(-score - Math.log(baseRate / (1 - baseRate))));
    }
}
