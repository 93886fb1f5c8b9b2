package io.bellwether.fact.finance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statements to be judged: of one company, or of several.
 *
 * @param statements see {@link Company}
 * @param marketValue see {@link Company}
 * @param baseRate see {@link Company}
 * @param market see {@link Company}
 * @param companies instead of all before, 10,000 at most
 */
record AssessmentRequest(
        @Nullable List<@Nullable Map<String, @Nullable Double>> statements,
        @Nullable Double marketValue,
        @Nullable Double baseRate,
        @Nullable Market market,
        @Nullable List<@Nullable Company> companies) {

    Company company() {
        return new Company(statements, marketValue, baseRate, market);
    }

    boolean isOfOne() {
        return statements != null || marketValue != null || baseRate != null || market != null;
    }
}
