package io.bellwether.core.finance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A points table that says how much a company's last three annual statements look like those of companies that failed soon
 * after. Fitted on companies listed in the United States, of all sectors, to 2014: it says nothing about private companies.
 *
 * @param version of the table
 * @param withMarketValue for companies whose market value is known
 * @param withoutMarketValue for the others; it tells less
 */
public record Scorecard(String version, Variant withMarketValue, Variant withoutMarketValue) {

    /**
     * @param weight what a step of the percentile by 1 adds to the score
     * @param scale of the companies it was fitted on
     */
    public record Term(ScorecardInput input, double weight, PercentileScale scale) {

        double contribution(double value) {
            return weight * (scale.of(value) - 0.5);
        }
    }

    /** @param ranks the scores of the companies it was fitted on, from 0 to 100 %, evenly spaced */
    public record Variant(double intercept, List<Term> terms, PercentileScale ranks) {

        public Variant {
            terms = List.copyOf(terms);
        }

        List<ScorecardInput> inputs() {
            return terms.stream().map(Term::input).toList();
        }

        /** Empty when an input is missing. */
        Optional<RiskScore> of(Map<ScorecardInput, Double> inputs) {
            return inputs.keySet().containsAll(inputs()) ? Optional.of(score(inputs)) : Optional.empty();
        }

        private RiskScore score(Map<ScorecardInput, Double> inputs) {
            List<RiskScore.Contribution> contributions = terms.stream()
                    .map(term -> new RiskScore.Contribution(
                            term.input(), term.contribution(inputs.getOrDefault(term.input(), 0.0))))
                    .toList();
            double score = intercept
                    + contributions.stream()
                            .mapToDouble(RiskScore.Contribution::amount)
                            .sum();
            return new RiskScore(score, 100 * ranks.of(score), contributions);
        }
    }
}
