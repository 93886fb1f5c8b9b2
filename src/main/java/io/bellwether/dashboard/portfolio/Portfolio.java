package io.bellwether.dashboard.portfolio;

import io.bellwether.dashboard.chart.Sparkline;
import io.bellwether.platform.Cursor;
import io.bellwether.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vendors we depend on, one row each. */
@ApplicationScoped
public class Portfolio {

    private final FleetQuery fleet;
    private final TrendQuery trends;

    Portfolio(FleetQuery fleet, TrendQuery trends) {
        this.fleet = fleet;
        this.trends = trends;
    }

    /** Every vendor that is not archived, with the totals of all, whatever the filter. */
    public Fleet fleet(PortfolioFilter filter, PortfolioOrder order, boolean reversed) {
        List<PortfolioRow> all = fleet.rows();
        Comparator<PortfolioRow> comparator = reversed ? order.comparator().reversed() : order.comparator();
        List<PortfolioRow> rows =
                all.stream().filter(filter::matches).sorted(comparator).toList();
        return new Fleet(Totals.of(all), rows);
    }

    /** By slug, so that a cursor stays good while vendors come and go. */
    Page<PortfolioRow> page(PortfolioFilter filter, @Nullable Integer limit, @Nullable String after) {
        int size = Page.limit(limit);
        List<String> key = Cursor.parts(after, 1);
        List<PortfolioRow> rows = fleet.rows().stream()
                .filter(filter::matches)
                .filter(row -> key.isEmpty() || row.slug().compareTo(key.getFirst()) > 0)
                .sorted(Comparator.comparing(PortfolioRow::slug))
                .limit(size + 1L)
                .toList();
        return Page.of(rows, size, row -> Cursor.of(row.slug()));
    }

    /** The vendors whose viability index slips, lowest first. */
    Page<PortfolioRow> slipping() {
        List<PortfolioRow> rows = fleet.rows().stream()
                .filter(PortfolioRow::slipping)
                .sorted(PortfolioOrder.INDEX.comparator())
                .toList();
        return new Page<>(rows, null);
    }

    public VendorStatus status(UUID vendorId) {
        return fleet.status(vendorId);
    }

    /** Thirty days of the viability index per slug; a vendor without an assessment in that time is missing. */
    public Map<String, Sparkline> trends(Collection<String> slugs) {
        return trends.sparklines(slugs);
    }
}
