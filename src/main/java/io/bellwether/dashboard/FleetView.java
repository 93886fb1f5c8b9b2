package io.bellwether.dashboard;

import io.bellwether.core.Outcome;
import io.bellwether.core.Tier;
import io.bellwether.dashboard.chart.Sparkline;
import io.bellwether.dashboard.portfolio.Fleet;
import io.bellwether.dashboard.portfolio.PortfolioOrder;
import io.bellwether.dashboard.portfolio.PortfolioRow;
import io.bellwether.dashboard.portfolio.Totals;
import java.util.Arrays;
import java.util.List;

/**
 * One page of the fleet.
 *
 * @param found how many vendors were asked for; they may fill several pages
 * @param page from 1
 */
public record FleetView(Totals totals, List<Line> lines, int found, int page, FleetRequest request) {

    /** A vendor with its thirty days. */
    public record Line(PortfolioRow row, Sparkline trend) {}

    /** A column by which the table can be sorted. */
    public record Column(PortfolioOrder order, String label) {}

    static final int PAGE_SIZE = 500;

    static List<PortfolioRow> cut(Fleet fleet, int page) {
        return fleet.rows().stream()
                .skip((page - 1L) * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .toList();
    }

    public boolean more() {
        return found > page * PAGE_SIZE;
    }

    public boolean filtered() {
        return request.filter().any();
    }

    public boolean showsTier(Tier tier) {
        return request.filter().tier() == tier;
    }

    public boolean showsStatus(Outcome status) {
        return request.filter().status() == status;
    }

    public List<Tier> tiers() {
        return List.of(Tier.values());
    }

    /** Worst first. */
    public List<Outcome> statuses() {
        return List.of(Outcome.DOWN, Outcome.DEGRADED, Outcome.UP, Outcome.UNKNOWN);
    }

    public List<PortfolioOrder> orders() {
        return Arrays.asList(PortfolioOrder.values());
    }

    public List<Column> columns() {
        return List.of(
                new Column(PortfolioOrder.STATUS, "Status"),
                new Column(PortfolioOrder.NAME, "Vendor"),
                new Column(PortfolioOrder.INDEX, "Viability"),
                new Column(PortfolioOrder.TREND, "30 days"),
                new Column(PortfolioOrder.UPTIME, "Uptime"),
                new Column(PortfolioOrder.LATENCY, "Latency"),
                new Column(PortfolioOrder.SECURITY, "Security"),
                new Column(PortfolioOrder.FINANCIAL, "Financial"),
                new Column(PortfolioOrder.ALERTS, "Alerts"),
                new Column(PortfolioOrder.CHECKED, "Last checked"));
    }
}
