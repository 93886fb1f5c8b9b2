package io.bellwether.fact.finance;

import org.jspecify.annotations.Nullable;

/**
 * What a vendor's own filings say about its finances.
 *
 * @param statements the figures, each with its source
 * @param assessment of the last three fiscal years, which is what the scorecard was fitted on; null where they are not there
 * @param trailingAssessment of the three years to the newest balance sheet; null where they are not there
 */
public record VendorStatements(
        StatementsView statements,
        @Nullable Assessed assessment,
        @Nullable Assessed trailingAssessment) {}
