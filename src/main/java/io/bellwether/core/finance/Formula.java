package io.bellwether.core.finance;

import static io.bellwether.core.finance.Line.CURRENT_ASSETS;
import static io.bellwether.core.finance.Line.DEFERRED_REVENUE;
import static io.bellwether.core.finance.Line.DEPRECIATION_AND_AMORTIZATION;
import static io.bellwether.core.finance.Line.EBIT;
import static io.bellwether.core.finance.Line.GROSS_PROFIT;
import static io.bellwether.core.finance.Line.MARKET_VALUE;
import static io.bellwether.core.finance.Line.NET_INCOME;
import static io.bellwether.core.finance.Line.NET_SALES;
import static io.bellwether.core.finance.Line.OPERATING_CASH_FLOW;
import static io.bellwether.core.finance.Line.RETAINED_EARNINGS;
import static io.bellwether.core.finance.Line.SHARES_OUTSTANDING;
import static io.bellwether.core.finance.Line.TOTAL_ASSETS;
import static io.bellwether.core.finance.Line.TOTAL_CURRENT_LIABILITIES;
import static io.bellwether.core.finance.Line.TOTAL_LIABILITIES;
import static io.bellwether.core.finance.Line.TOTAL_LONG_TERM_DEBT;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The classic formulas for trouble ahead. They are context and never set a grade: they were fitted on manufacturers of another
 * age, and most misjudge companies that sell software by subscription, whose customers pay in advance and whose past research
 * stands in the books as a loss.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its lists are unmodifiable, and its functions keep nothing.
public enum Formula {
    /** Altman 1968, for listed manufacturers. */
    ALTMAN_Z(
            "altmanZ",
            "Made for listed manufacturers: what subscribers have paid in advance counts as debt, past research as loss.",
            Zones.rising(1.81, 2.99),
            Need.last(
                    CURRENT_ASSETS,
                    TOTAL_CURRENT_LIABILITIES,
                    RETAINED_EARNINGS,
                    EBIT,
                    MARKET_VALUE,
                    NET_SALES,
                    TOTAL_ASSETS,
                    TOTAL_LIABILITIES),
            window -> 1.2 * workingCapital(window)
                    + 1.4 * toAssets(window, RETAINED_EARNINGS)
                    + 3.3 * toAssets(window, EBIT)
                    + 0.6 * ratio(window, MARKET_VALUE, TOTAL_LIABILITIES)
                    + 0.999 * toAssets(window, NET_SALES)),
    /** Altman 1983, for private manufacturers. */
    ALTMAN_Z_PRIVATE(
            "altmanZPrime",
            "Made for private manufacturers: what subscribers have paid in advance counts as debt, past research as loss.",
            Zones.rising(1.23, 2.90),
            Need.last(
                    CURRENT_ASSETS,
                    TOTAL_CURRENT_LIABILITIES,
                    RETAINED_EARNINGS,
                    EBIT,
                    NET_SALES,
                    TOTAL_ASSETS,
                    TOTAL_LIABILITIES),
            window -> 0.717 * workingCapital(window)
                    + 0.847 * toAssets(window, RETAINED_EARNINGS)
                    + 3.107 * toAssets(window, EBIT)
                    + 0.420 * bookToLiabilities(window)
                    + 0.998 * toAssets(window, NET_SALES)),
    /** Altman 1995, for companies that make nothing. */
    ALTMAN_Z_SERVICES(
            "altmanZDoublePrime",
            "Puts a third of large software companies in distress, Snowflake at -2.71 with $0.8bn of operating cash flow.",
            Zones.rising(1.10, 2.60),
            Need.last(
                    CURRENT_ASSETS,
                    TOTAL_CURRENT_LIABILITIES,
                    RETAINED_EARNINGS,
                    EBIT,
                    TOTAL_ASSETS,
                    TOTAL_LIABILITIES),
            window -> services(window, window.last(TOTAL_CURRENT_LIABILITIES))),
    /** {@link #ALTMAN_Z_SERVICES} with what is owed in service and not in money left out of the current liabilities. */
    ALTMAN_Z_SUBSCRIPTIONS(
            "altmanZDoublePrimeWithoutDeferredRevenue",
            "Kinder to subscriptions, but nobody has fitted its zones; past research still counts as loss.",
            Zones.rising(1.10, 2.60),
            Need.last(
                    CURRENT_ASSETS,
                    TOTAL_CURRENT_LIABILITIES,
                    DEFERRED_REVENUE,
                    RETAINED_EARNINGS,
                    EBIT,
                    TOTAL_ASSETS,
                    TOTAL_LIABILITIES),
            window -> services(window, window.last(TOTAL_CURRENT_LIABILITIES) - window.last(DEFERRED_REVENUE))),
    /** Ohlson 1980, a logit of failure within a year; what comes in from operations is net income before depreciation. */
    OHLSON_O(
            "ohlsonO",
            "Fitted on industry of the 1970s: planned losses and what subscribers have paid in advance look like trouble.",
            Zones.falling(0, 0),
            Stream.concat(
                            Need.lastTwo(NET_INCOME).stream(),
                            Need.last(
                                    TOTAL_ASSETS,
                                    TOTAL_LIABILITIES,
                                    CURRENT_ASSETS,
                                    TOTAL_CURRENT_LIABILITIES,
                                    DEPRECIATION_AND_AMORTIZATION)
                                    .stream())
                    .toList(),
            Formula::ohlson),
    /** Zmijewski 1984, a probit. */
    ZMIJEWSKI(
            "zmijewski",
            "Fitted on industry of the 1970s: planned losses and what subscribers have paid in advance look like trouble.",
            Zones.falling(0, 0),
            Need.last(NET_INCOME, TOTAL_ASSETS, TOTAL_LIABILITIES, CURRENT_ASSETS, TOTAL_CURRENT_LIABILITIES),
            window -> -4.336
                    - 4.513 * toAssets(window, NET_INCOME)
                    + 5.679 * toAssets(window, TOTAL_LIABILITIES)
                    + 0.004 * ratio(window, CURRENT_ASSETS, TOTAL_CURRENT_LIABILITIES)),
    /** Piotroski 2000: of nine questions, how many are answered well. */
    PIOTROSKI(
            "piotroskiF",
            "Made for picking cheap shares: a growing software company loses points for pay in shares and planned losses.",
            Zones.rising(3, 7),
            Stream.concat(
                            Need.last(OPERATING_CASH_FLOW).stream(),
                            Need.lastTwo(
                                    NET_INCOME,
                                    TOTAL_ASSETS,
                                    TOTAL_LONG_TERM_DEBT,
                                    CURRENT_ASSETS,
                                    TOTAL_CURRENT_LIABILITIES,
                                    SHARES_OUTSTANDING,
                                    GROSS_PROFIT,
                                    NET_SALES)
                                    .stream())
                    .toList(),
            Formula::piotroski);

    /** The deflator of the national product of the United States in 2024, of which 1968 is 100. */
    static final double PRICE_INDEX = 630;

    private static final double MILLION = 1e6;

    private final String key;
    private final String caveat;
    private final Zones zones;
    private final List<Need> needs;
    private final ToDoubleFunction<Window> formula;

    Formula(String key, String caveat, Zones zones, List<Need> needs, ToDoubleFunction<Window> formula) {
        this.key = key;
        this.caveat = caveat;
        this.zones = zones;
        this.needs = needs;
        this.formula = formula;
    }

    /** Its name in the API. */
    public String key() {
        return key;
    }

    /** Why it misjudges companies that sell software by subscription; one sentence. */
    public String caveat() {
        return caveat;
    }

    public FormulaScore of(Window window) {
        List<Need> missing = window.missing(needs);
        if (!missing.isEmpty()) {
            return new FormulaScore(
                    this, null, null, missing.stream().map(Need::pointer).toList());
        }
        double value = formula.applyAsDouble(window);
        return new FormulaScore(this, value, zone(value), List.of());
    }

    Zone zone(double value) {
        return zones.of(value);
    }

    private static double services(Window window, double currentLiabilities) {
        return 6.56 * Ratio.of(window.last(CURRENT_ASSETS) - currentLiabilities, window.last(TOTAL_ASSETS))
                + 3.26 * toAssets(window, RETAINED_EARNINGS)
                + 6.72 * toAssets(window, EBIT)
                + 1.05 * bookToLiabilities(window);
    }

    private static double ohlson(Window window) {
        double assets = window.last(TOTAL_ASSETS);
        double liabilities = window.last(TOTAL_LIABILITIES);
        double income = window.last(NET_INCOME);
        double incomeBefore = window.before(NET_INCOME);
        double funds = income + window.last(DEPRECIATION_AND_AMORTIZATION);
        return -1.32
                - 0.407 * Math.log(Math.max(assets * MILLION, 1) / PRICE_INDEX)
                + 6.03 * Ratio.of(liabilities, assets)
                - 1.43 * workingCapital(window)
                + 0.0757 * ratio(window, TOTAL_CURRENT_LIABILITIES, CURRENT_ASSETS)
                - 1.72 * one(liabilities > assets)
                - 2.37 * Ratio.of(income, assets)
                - 1.83 * Ratio.of(funds, liabilities)
                + 0.285 * one(income < 0 && incomeBefore < 0)
                - 0.521 * Ratio.of(income - incomeBefore, Math.abs(income) + Math.abs(incomeBefore));
    }

    private static double piotroski(Window window) {
        double income = window.last(NET_INCOME);
        double cash = window.last(OPERATING_CASH_FLOW);
        return one(income > 0)
                + one(cash > 0)
                + one(rises(window, NET_INCOME, TOTAL_ASSETS))
                + one(cash > income)
                + one(falls(window, TOTAL_LONG_TERM_DEBT, TOTAL_ASSETS))
                + one(rises(window, CURRENT_ASSETS, TOTAL_CURRENT_LIABILITIES))
                + one(window.last(SHARES_OUTSTANDING) <= window.before(SHARES_OUTSTANDING))
                + one(rises(window, GROSS_PROFIT, NET_SALES))
                + one(rises(window, NET_SALES, TOTAL_ASSETS));
    }

    private static boolean rises(Window window, Line dividend, Line divisor) {
        return change(window, dividend, divisor) > 0;
    }

    private static boolean falls(Window window, Line dividend, Line divisor) {
        return change(window, dividend, divisor) < 0;
    }

    private static double change(Window window, Line dividend, Line divisor) {
        return ratio(window, dividend, divisor) - Ratio.of(window.before(dividend), window.before(divisor));
    }

    private static double workingCapital(Window window) {
        return Ratio.of(
                window.last(CURRENT_ASSETS) - window.last(TOTAL_CURRENT_LIABILITIES), window.last(TOTAL_ASSETS));
    }

    private static double bookToLiabilities(Window window) {
        return Ratio.of(window.last(TOTAL_ASSETS) - window.last(TOTAL_LIABILITIES), window.last(TOTAL_LIABILITIES));
    }

    private static double toAssets(Window window, Line line) {
        return ratio(window, line, TOTAL_ASSETS);
    }

    private static double ratio(Window window, Line dividend, Line divisor) {
        return Ratio.of(window.last(dividend), window.last(divisor));
    }

    private static double one(boolean holds) {
        return holds ? 1 : 0;
    }
}
