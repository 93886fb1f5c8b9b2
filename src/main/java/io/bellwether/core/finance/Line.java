package io.bellwether.core.finance;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A line of a company's annual statements. Money is in millions of US dollars unless said. */
public enum Line {
    CURRENT_ASSETS("currentAssets"),
    COST_OF_GOODS_SOLD("costOfGoodsSold"),
    DEPRECIATION_AND_AMORTIZATION("depreciationAndAmortization"),
    /** Earnings before interest, taxes, depreciation and amortization. */
    EBITDA("ebitda"),
    INVENTORY("inventory"),
    NET_INCOME("netIncome"),
    TOTAL_RECEIVABLES("totalReceivables"),
    /** Of all its shares. */
    MARKET_VALUE("marketValue"),
    NET_SALES("netSales"),
    TOTAL_ASSETS("totalAssets"),
    TOTAL_LONG_TERM_DEBT("totalLongTermDebt"),
    /** Earnings before interest and taxes. */
    EBIT("ebit"),
    GROSS_PROFIT("grossProfit"),
    TOTAL_CURRENT_LIABILITIES("totalCurrentLiabilities"),
    RETAINED_EARNINGS("retainedEarnings"),
    TOTAL_REVENUE("totalRevenue"),
    TOTAL_LIABILITIES("totalLiabilities"),
    TOTAL_OPERATING_EXPENSES("totalOperatingExpenses"),
    OPERATING_CASH_FLOW("operatingCashFlow"),
    CAPITAL_EXPENDITURE("capitalExpenditure"),
    /** With investments that can be sold at once. */
    CASH("cash"),
    /** Of what it borrowed, what it has to pay back within a year. */
    DEBT_DUE("debtDue"),
    /** What customers have paid for and still have to get within a year. */
    DEFERRED_REVENUE("deferredRevenue"),
    /** In millions of shares. */
    SHARES_OUTSTANDING("sharesOutstanding", Measure.SHARES),
    /** What the customers of a year before pay now, of what they paid then, in percent: 110 is a tenth more. */
    NET_REVENUE_RETENTION("netRevenueRetention", Measure.PERCENT);

    /** What a line counts. */
    public enum Measure {
        MONEY,
        SHARES,
        PERCENT
    }

    private static final Map<String, Line> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Line::key, Function.identity()));

    private final String key;
    private final Measure measure;

    Line(String key) {
        this(key, Measure.MONEY);
    }

    Line(String key, Measure measure) {
        this.key = key;
        this.measure = measure;
    }

    /** Its name in the API. */
    public String key() {
        return key;
    }

    public Measure measure() {
        return measure;
    }

    public static Optional<Line> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
