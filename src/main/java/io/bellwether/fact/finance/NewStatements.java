package io.bellwether.fact.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Annual statements that a vendor has told us.
 *
 * @param currency of the money, ISO 4217; {@code USD} when absent
 * @param exchangeRate how many US dollars one unit of the currency is worth; needed unless it is the dollar
 * @param unit of sums and of numbers of shares; {@code MILLIONS} when absent
 * @param source where they come from, for whoever reads it later; who enters them when absent
 * @param asOf when the vendor told them; today when absent
 * @param confidence how much whoever enters them trusts them, from 0 to 1; 0.5 when absent
 * @param years in any order, 10 at most
 */
record NewStatements(
        @Nullable String currency,
        @Nullable Double exchangeRate,
        @Nullable StatementUnit unit,
        @Nullable String source,
        @Nullable LocalDate asOf,
        @Nullable Double confidence,
        @Nullable List<@Nullable Year> years) {

    static final String DOLLAR = "USD";

    private static final double HALF = 0.5;

    /**
     * @param fiscalYearEnd the last day of the year
     * @param lines by name; one that is null or absent is unknown
     */
    record Year(@Nullable LocalDate fiscalYearEnd, @Nullable Map<String, @Nullable Double> lines) {}

    String currencyOrDollar() {
        return Objects.requireNonNullElse(currency, DOLLAR);
    }

    StatementUnit unitOrMillions() {
        return Objects.requireNonNullElse(unit, StatementUnit.MILLIONS);
    }

    double confidenceOrHalf() {
        return Objects.requireNonNullElse(confidence, HALF);
    }

    /** Dollars for a unit of the currency; 1 for the dollar. */
    double rate() {
        return Objects.requireNonNullElse(exchangeRate, 1.0);
    }
}
