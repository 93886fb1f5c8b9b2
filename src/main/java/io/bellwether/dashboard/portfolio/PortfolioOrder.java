package io.bellwether.dashboard.portfolio;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By what the fleet can be sorted; ties are broken by name, unknown values come last. */
public enum PortfolioOrder {
    /** What needs somebody first: down, slipping, open alerts, degraded, unknown, then the lowest index. */
    URGENCY,
    NAME,
    STATUS,
    INDEX,
    TREND,
    UPTIME,
    LATENCY,
    SECURITY,
    FINANCIAL,
    ALERTS,
    CHECKED;

    /** The order of that name in any case; urgency for everything else. */
    public static PortfolioOrder named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(order -> order.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(URGENCY);
    }

    Comparator<PortfolioRow> comparator() {
        return first().thenComparing(PortfolioRow::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(PortfolioRow::slug);
    }

    private Comparator<PortfolioRow> first() {
        return switch (this) {
            case URGENCY ->
                Comparator.comparing(PortfolioRow::down, Comparator.reverseOrder())
                        .thenComparing(PortfolioRow::slipping, Comparator.reverseOrder())
                        .thenComparing(PortfolioRow::openAlerts, Comparator.reverseOrder())
                        .thenComparing(PortfolioOrder::badness, Comparator.reverseOrder())
                        .thenComparing(ascending(PortfolioRow::index));
            case NAME -> Comparator.comparing(PortfolioRow::name, String.CASE_INSENSITIVE_ORDER);
            case STATUS -> Comparator.comparing(PortfolioOrder::badness, Comparator.reverseOrder());
            case INDEX -> ascending(PortfolioRow::index);
            case TREND -> Comparator.comparing(PortfolioRow::trend, Comparator.nullsLast(Comparator.reverseOrder()));
            case UPTIME -> ascending(PortfolioRow::uptime);
            case LATENCY -> ascending(PortfolioRow::latency);
            case SECURITY -> ascending(PortfolioRow::security);
            case FINANCIAL -> ascending(PortfolioRow::financial);
            case ALERTS -> Comparator.comparing(PortfolioRow::openAlerts, Comparator.reverseOrder());
            case CHECKED -> ascending(PortfolioRow::checkedAt);
        };
    }

    private static int badness(PortfolioRow row) {
        return switch (row.status()) {
            case UP -> 0;
            case UNKNOWN -> 1;
            case DEGRADED -> 2;
            case DOWN -> 3;
        };
    }

    private static <T extends Comparable<T>> Comparator<PortfolioRow> ascending(
            Function<PortfolioRow, @Nullable T> value) {
        return Comparator.comparing(value, Comparator.nullsLast(Comparator.naturalOrder()));
    }
}
