package io.bellwether.fact.finance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Statements to be judged: of one company, or of several.
 *
 * @param statements see {@link Company}
 * @param marketValue see {@link Company}
 * @param companies instead of the two before, 10,000 at most
 */
record AssessmentRequest(
        @Nullable List<Map<String, @Nullable Double>> statements,
        @Nullable Double marketValue,
        @Nullable List<Company> companies) {

    static final int MOST_FAULTS = 100;

    Company company() {
        return new Company(Objects.requireNonNullElse(statements, List.of()), marketValue);
    }
}
