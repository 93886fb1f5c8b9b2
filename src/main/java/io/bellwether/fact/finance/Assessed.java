package io.bellwether.fact.finance;

import io.bellwether.core.finance.CashPosition;
import io.bellwether.core.finance.CompanyAssessment;
import io.bellwether.core.finance.DistanceToDefault;
import io.bellwether.core.finance.FormulaScore;
import io.bellwether.core.finance.RiskScore;
import io.bellwether.core.finance.Scorecard;
import io.bellwether.core.finance.ScorecardInput;
import io.bellwether.core.finance.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a company's statements say.
 *
 * @param model the scorecard's version
 * @param about what the scores do not say
 * @param inputs of the scorecard by name; null where a line is missing
 * @param missing lines that it lacks, as {@code statements/2/ebitda}
 * @param contributions what each input adds to the score, by variant and name
 * @param score by variant, higher is riskier; null where an input is missing
 * @param rank by variant: what share of the companies that it was fitted on scored less, 0 to 100
 * @param probability of failure within about two years by variant; null without a base rate or a score
 * @param formulas the classic ones by name, as context
 * @param cash what it has, earns and burns, as context
 * @param distanceToDefault by its share and its debt; null where these are not given, or where there is no debt
 */
public record Assessed(
        String model,
        String about,
        Map<String, @Nullable Double> inputs,
        List<String> missing,
        ByVariant<@Nullable Map<String, Double>> contributions,
        ByVariant<@Nullable Double> score,
        ByVariant<@Nullable Double> rank,
        ByVariant<@Nullable Double> probability,
        Map<String, Classic> formulas,
        CashPosition cash,
        @Nullable DistanceToDefault distanceToDefault) {

    private static final String ABOUT =
            "How much three years of statements look like those of companies that failed soon after;"
                    + " fitted on companies listed in the United States, of all sectors, to 2014. It says nothing about private"
                    + " companies, and a score is no probability.";

    /** One of each variant of the scorecard. */
    public record ByVariant<T extends @Nullable Object>(T withMarketValue, T withoutMarketValue) {}

    /**
     * @param value null where a line is missing
     * @param zone what its author says of that value
     * @param caveat why it misjudges companies that sell software by subscription
     */
    public record Classic(@Nullable Double value, @Nullable Zone zone, List<String> missing, String caveat) {

        static Classic of(FormulaScore score) {
            return new Classic(
                    score.value(),
                    score.zone(),
                    score.missing(),
                    score.formula().caveat());
        }
    }

    static Assessed of(
            Scorecard scorecard,
            CompanyAssessment assessment,
            @Nullable Double baseRate,
            @Nullable DistanceToDefault distance) {
        RiskScore with = assessment.withMarketValue();
        RiskScore without = assessment.withoutMarketValue();
        return new Assessed(
                scorecard.version(),
                ABOUT,
                inputs(assessment.inputs()),
                assessment.missing(),
                new ByVariant<>(contributions(with), contributions(without)),
                new ByVariant<>(value(with, RiskScore::score), value(without, RiskScore::score)),
                new ByVariant<>(value(with, RiskScore::rank), value(without, RiskScore::rank)),
                new ByVariant<>(probability(with, baseRate), probability(without, baseRate)),
                formulas(assessment.formulas()),
                assessment.cash(),
                distance);
    }

    private static @Nullable Double probability(@Nullable RiskScore score, @Nullable Double baseRate) {
        return baseRate == null ? null : value(score, known -> known.probability(baseRate));
    }

    private static @Nullable Double value(@Nullable RiskScore score, ToDoubleFunction<RiskScore> value) {
        return score == null ? null : value.applyAsDouble(score);
    }

    private static Map<String, @Nullable Double> inputs(Map<ScorecardInput, Double> inputs) {
        Map<String, @Nullable Double> byKey = new LinkedHashMap<>();
        for (ScorecardInput input : ScorecardInput.values()) {
            byKey.put(input.key(), inputs.get(input));
        }
        return byKey;
    }

    private static @Nullable Map<String, Double> contributions(@Nullable RiskScore score) {
        if (score == null) {
            return null;
        }
        Map<String, Double> byKey = new LinkedHashMap<>();
        score.contributions()
                .forEach(contribution -> byKey.put(contribution.input().key(), contribution.amount()));
        return byKey;
    }

    private static Map<String, Classic> formulas(List<FormulaScore> scores) {
        Map<String, Classic> byKey = new LinkedHashMap<>();
        scores.forEach(score -> byKey.put(score.formula().key(), Classic.of(score)));
        return byKey;
    }
}
