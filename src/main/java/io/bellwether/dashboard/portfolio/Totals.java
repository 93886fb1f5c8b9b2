package io.bellwether.dashboard.portfolio;

import java.util.List;

/** The fleet in four numbers. */
public record Totals(int vendors, int down, int slipping, int openAlerts) {

    static Totals of(List<PortfolioRow> rows) {
        return new Totals(
                rows.size(),
                (int) rows.stream().filter(PortfolioRow::down).count(),
                (int) rows.stream().filter(PortfolioRow::slipping).count(),
                rows.stream().mapToInt(PortfolioRow::openAlerts).sum());
    }
}
