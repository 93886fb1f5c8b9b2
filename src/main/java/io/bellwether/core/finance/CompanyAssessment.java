package io.bellwether.core.finance;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What three years of statements say.
 *
 * @param inputs of the scorecard, those that can be had
 * @param missing lines that the scorecard lacks, as {@code statements/2/ebitda}
 * @param withMarketValue null when one of its inputs is missing
 * @param withoutMarketValue null when one of its inputs is missing
 * @param formulas the classic ones, as context
 * @param cash what it has, earns and burns, as context
 */
public record CompanyAssessment(
        Map<ScorecardInput, Double> inputs,
        List<String> missing,
        @Nullable RiskScore withMarketValue,
        @Nullable RiskScore withoutMarketValue,
        List<FormulaScore> formulas,
        CashPosition cash) {

    public static CompanyAssessment of(Scorecard scorecard, Window window) {
        Map<ScorecardInput, Double> inputs = new EnumMap<>(ScorecardInput.class);
        for (ScorecardInput input : ScorecardInput.values()) {
            if (window.missing(input.needs()).isEmpty()) {
                inputs.put(input, input.of(window));
            }
        }
        return new CompanyAssessment(
                Collections.unmodifiableMap(inputs),
                missing(window),
                scorecard.withMarketValue().of(inputs).orElse(null),
                scorecard.withoutMarketValue().of(inputs).orElse(null),
                Arrays.stream(Formula.values())
                        .map(formula -> formula.of(window))
                        .toList(),
                CashPosition.of(window));
    }

    private static List<String> missing(Window window) {
        return Arrays.stream(ScorecardInput.values())
                .flatMap(input -> window.missing(input.needs()).stream())
                .map(Need::pointer)
                .distinct()
                .sorted()
                .toList();
    }
}
