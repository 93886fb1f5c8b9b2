package io.bellwether.core.finance;

import static io.bellwether.core.finance.Line.CURRENT_ASSETS;
import static io.bellwether.core.finance.Line.EBITDA;
import static io.bellwether.core.finance.Line.INVENTORY;
import static io.bellwether.core.finance.Line.MARKET_VALUE;
import static io.bellwether.core.finance.Line.NET_INCOME;
import static io.bellwether.core.finance.Line.NET_SALES;
import static io.bellwether.core.finance.Line.TOTAL_ASSETS;
import static io.bellwether.core.finance.Line.TOTAL_CURRENT_LIABILITIES;
import static io.bellwether.core.finance.Line.TOTAL_LIABILITIES;
import static io.bellwether.core.finance.Line.TOTAL_LONG_TERM_DEBT;
import static io.bellwether.core.finance.Line.TOTAL_RECEIVABLES;
import static io.bellwether.core.finance.Window.BEFORE;
import static io.bellwether.core.finance.Window.FIRST;
import static io.bellwether.core.finance.Window.LAST;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What the distress scorecard looks at. Of the last of three years unless said. */
@SuppressWarnings("ImmutableEnumChecker") // Its lists are unmodifiable, and its functions keep nothing.
public enum ScorecardInput {
    /** Natural logarithm of market value over total liabilities. */
    MARKET_TO_LIABILITIES(
            "meTl", Need.last(MARKET_VALUE, TOTAL_LIABILITIES), window -> marketToLiabilities(window, LAST)),
    /** Total liabilities over total assets. */
    LIABILITIES_TO_ASSETS(
            "tlTa",
            Need.last(TOTAL_LIABILITIES, TOTAL_ASSETS),
            window -> ratio(window, TOTAL_LIABILITIES, TOTAL_ASSETS)),
    EBITDA_TO_LIABILITIES(
            "ebitdaTl", Need.last(EBITDA, TOTAL_LIABILITIES), window -> ratio(window, EBITDA, TOTAL_LIABILITIES)),
    /** What could soon be paid with, over what is due within a year. */
    QUICK_CASH_TO_CURRENT_LIABILITIES(
            "quickCashCl",
            Need.last(CURRENT_ASSETS, INVENTORY, TOTAL_RECEIVABLES, TOTAL_CURRENT_LIABILITIES),
            window -> Ratio.of(quickCash(window), window.last(TOTAL_CURRENT_LIABILITIES))),
    /** For how many years it lasts while it loses what it lost last year; 20 when it loses nothing. */
    RUNWAY_YEARS(
            "runwayYrs",
            Need.last(CURRENT_ASSETS, INVENTORY, TOTAL_RECEIVABLES, EBITDA),
            window -> window.last(EBITDA) < 0 ? Ratio.of(quickCash(window), -window.last(EBITDA)) : 20),
    /** 30 when it earns nothing to pay debt from. */
    DEBT_TO_EBITDA(
            "ltdEbitda",
            Need.last(TOTAL_LONG_TERM_DEBT, EBITDA),
            window -> window.last(EBITDA) > 0 ? ratio(window, TOTAL_LONG_TERM_DEBT, EBITDA) : 30),
    RETURN_ON_ASSETS("niTa", Need.last(NET_INCOME, TOTAL_ASSETS), window -> returnOnAssets(window, LAST)),
    /** Of the three, how many ended with a loss. */
    LOSS_YEARS(
            "lossYears",
            Need.all(NET_INCOME),
            window -> IntStream.rangeClosed(FIRST, LAST)
                    .filter(year -> window.at(year, NET_INCOME) < 0)
                    .count()),
    /** Growth against the year before, as a difference of logarithms. */
    SALES_GROWTH(
            "gSales",
            Need.lastTwo(NET_SALES),
            window -> logOfSales(window.last(NET_SALES)) - logOfSales(window.before(NET_SALES))),
    /** {@link #MARKET_TO_LIABILITIES} less the same of the year before. */
    CHANGE_OF_MARKET_TO_LIABILITIES(
            "dMeTl",
            Need.lastTwo(MARKET_VALUE, TOTAL_LIABILITIES),
            window -> marketToLiabilities(window, LAST) - marketToLiabilities(window, BEFORE)),
    /** Standard deviation of {@link #RETURN_ON_ASSETS} over the three years, which are the whole population. */
    VOLATILITY_OF_RETURN("volNiTa", Need.all(NET_INCOME, TOTAL_ASSETS), ScorecardInput::volatility),
    WORKING_CAPITAL_TO_ASSETS(
            "wcTa",
            Need.last(CURRENT_ASSETS, TOTAL_CURRENT_LIABILITIES, TOTAL_ASSETS),
            window -> Ratio.of(
                    window.last(CURRENT_ASSETS) - window.last(TOTAL_CURRENT_LIABILITIES), window.last(TOTAL_ASSETS)));

    private static final double LEAST_MARKET_TO_LIABILITIES = 1e-4;
    private static final double LEAST_SALES = 0.01;

    private final String key;
    private final List<Need> needs;
    private final ToDoubleFunction<Window> formula;

    ScorecardInput(String key, List<Need> needs, ToDoubleFunction<Window> formula) {
        this.key = key;
        this.needs = needs;
        this.formula = formula;
    }

    /** Its name in the API. */
    public String key() {
        return key;
    }

    List<Need> needs() {
        return needs;
    }

    /** Only where no {@link #needs() need} is missing. */
    double of(Window window) {
        return formula.applyAsDouble(window);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public static ScorecardInput require(String key) {
        return Arrays.stream(values())
                .filter(input -> input.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no input is named " + key));
    }

    private static double ratio(Window window, Line dividend, Line divisor) {
        return Ratio.of(window.last(dividend), window.last(divisor));
    }

    private static double marketToLiabilities(Window window, int year) {
        double ratio = Ratio.of(window.at(year, MARKET_VALUE), window.at(year, TOTAL_LIABILITIES));
        return Math.log(Math.max(ratio, LEAST_MARKET_TO_LIABILITIES));
    }

    private static double quickCash(Window window) {
        return window.last(CURRENT_ASSETS) - window.last(INVENTORY) - window.last(TOTAL_RECEIVABLES);
    }

    private static double returnOnAssets(Window window, int year) {
        return Ratio.of(window.at(year, NET_INCOME), window.at(year, TOTAL_ASSETS));
    }

    private static double logOfSales(double sales) {
        return Math.log(Math.max(sales, LEAST_SALES));
    }

    private static double volatility(Window window) {
        double[] returns = IntStream.rangeClosed(FIRST, LAST)
                .mapToDouble(year -> returnOnAssets(window, year))
                .toArray();
        double mean = Arrays.stream(returns).average().orElseThrow();
        double variance = Arrays.stream(returns)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return Math.sqrt(variance);
    }
}
