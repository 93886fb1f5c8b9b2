package io.bellwether.core.finance;

import static io.bellwether.core.finance.Line.CAPITAL_EXPENDITURE;
import static io.bellwether.core.finance.Line.CASH;
import static io.bellwether.core.finance.Line.DEBT_DUE;
import static io.bellwether.core.finance.Line.NET_REVENUE_RETENTION;
import static io.bellwether.core.finance.Line.NET_SALES;
import static io.bellwether.core.finance.Line.OPERATING_CASH_FLOW;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What those who sell by subscription are asked for. Of the last year, and null where a line is missing.
 *
 * @param freeCashFlow from operations, less what was spent on property and equipment; in millions of US dollars
 * @param runwayYears for how long the cash lasts while as much of it goes; null also where none goes
 * @param ruleOfForty the growth of sales plus the margin of free cash flow, in percent; 40 is what investors look for. Null also
 *     without sales to divide by
 * @param netRevenueRetention as the company tells it, in percent
 * @param debtCover how often cash and what the year brings in pay the debt that is due within a year; null also where none is due
 */
public record CashPosition(
        @Nullable Double freeCashFlow,
        @Nullable Double runwayYears,
        @Nullable Double ruleOfForty,
        @Nullable Double netRevenueRetention,
        @Nullable Double debtCover) {

    private static final List<Need> FLOW = Need.last(OPERATING_CASH_FLOW, CAPITAL_EXPENDITURE);

    static CashPosition of(Window window) {
        Double retention = window.years().getLast().get(NET_REVENUE_RETENTION);
        if (!window.missing(FLOW).isEmpty()) {
            return new CashPosition(null, null, null, retention, null);
        }
        double flow = window.last(OPERATING_CASH_FLOW) - window.last(CAPITAL_EXPENDITURE);
        return new CashPosition(
                flow, runway(window, flow), ruleOfForty(window, flow), retention, debtCover(window, flow));
    }

    private static @Nullable Double runway(Window window, double flow) {
        Double cash = window.years().getLast().get(CASH);
        return cash == null || flow >= 0 ? null : cash / -flow;
    }

    private static @Nullable Double debtCover(Window window, double flow) {
        Double cash = window.years().getLast().get(CASH);
        Double due = window.years().getLast().get(DEBT_DUE);
        return cash == null || due == null || due <= 0 ? null : (cash + Math.max(0, flow)) / due;
    }

    private static @Nullable Double ruleOfForty(Window window, double flow) {
        if (!window.missing(Need.lastTwo(NET_SALES)).isEmpty()) {
            return null;
        }
        double sales = window.last(NET_SALES);
        double before = window.before(NET_SALES);
        return sales <= 0 || before <= 0 ? null : 100 * (sales / before - 1) + 100 * flow / sales;
    }
}
