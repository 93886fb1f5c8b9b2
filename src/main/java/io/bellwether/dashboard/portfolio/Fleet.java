package io.bellwether.dashboard.portfolio;

import java.util.List;

/**
 * @param totals of all vendors, whatever was filtered
 * @param rows the vendors that were asked for, in order
 */
public record Fleet(Totals totals, List<PortfolioRow> rows) {}
