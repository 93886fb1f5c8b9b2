package io.bellwether.dashboard;

import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.finance.Zone;
import io.bellwether.dashboard.chart.ContributionBars;
import io.bellwether.fact.finance.Assessed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the models make of three years of statements, laid out for reading.
 *
 * @param tier who says what is in the statements
 */
public record AssessmentView(EvidenceTier tier, Assessed assessed) {

    /** What one input does to the score. */
    public record Contribution(String label, String amount, ContributionBars.Bar bar) {}

    /**
     * A classic formula.
     *
     * @param value null where a line is missing
     */
    public record Formula(
            String label, @Nullable String value, @Nullable Zone zone, String caveat, List<String> missing) {}

    /** By the variant that knows the market value, where that is known. */
    public boolean withMarketValue() {
        return assessed.score().withMarketValue() != null;
    }

    /** What share of the companies that the scorecard was fitted on looked less risky, 0 to 100; null without a score. */
    public @Nullable String rank() {
        Double rank = withMarketValue()
                ? assessed.rank().withMarketValue()
                : assessed.rank().withoutMarketValue();
        return rank == null ? null : String.valueOf(Math.round(rank));
    }

    /** The weightiest first; empty without a score. */
    public List<Contribution> contributions() {
        Map<String, Double> amounts = withMarketValue()
                ? assessed.contributions().withMarketValue()
                : assessed.contributions().withoutMarketValue();
        if (amounts == null) {
            return List.of();
        }
        return ContributionBars.of(amounts).bars().stream()
                .map(bar -> new Contribution(FinanceWords.input(bar.name()), Amounts.signed(bar.amount()), bar))
                .toList();
    }

    public List<Formula> formulas() {
        return assessed.formulas().entrySet().stream()
                .map(entry -> formula(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Null where a line is missing. */
    public @Nullable String freeCashFlow() {
        Double flow = assessed.cash().freeCashFlow();
        return flow == null ? null : Amounts.dollars(flow * 1e6);
    }

    /** For how long the cash lasts as it goes; null where none goes, or where it is not known. */
    public @Nullable String runway() {
        Double years = assessed.cash().runwayYears();
        return years == null ? null : months(years);
    }

    public @Nullable String ruleOfForty() {
        Double rule = assessed.cash().ruleOfForty();
        return rule == null ? null : Amounts.plain(rule) + " %";
    }

    public @Nullable String netRevenueRetention() {
        Double retention = assessed.cash().netRevenueRetention();
        return retention == null ? null : Amounts.plain(retention) + " %";
    }

    private static String months(double years) {
        return years < 2
                ? String.format(Locale.ROOT, "%.0f months", years * 12)
                : String.format(Locale.ROOT, "%.1f years", years);
    }

    private static Formula formula(String key, Assessed.Classic classic) {
        Double value = classic.value();
        return new Formula(
                FinanceWords.formula(key),
                value == null ? null : Amounts.plain(value),
                classic.zone(),
                classic.caveat(),
                classic.missing());
    }
}
