package io.bellwether.core.finance.filed;

import io.bellwether.core.finance.Line;
import io.bellwether.core.finance.Statement;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a company stated for the year to a day, and for its end.
 *
 * @param end last day
 * @param figures in single units
 * @param missing what could not be had, and why
 */
public record PeriodStatement(LocalDate end, Map<FiledItem, Figure> figures, Map<FiledItem, String> missing) {

    private static final double MILLION = 1e6;

    public PeriodStatement {
        figures = copy(figures);
        missing = copy(missing);
    }

    private static <V> Map<FiledItem, V> copy(Map<FiledItem, V> map) {
        EnumMap<FiledItem, V> copy = new EnumMap<>(FiledItem.class);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }

    /** The lines that models know, in millions; figures that contradict each other are left out. */
    public Statement statement() {
        EnumMap<Line, Double> lines = new EnumMap<>(Line.class);
        figures.forEach((item, figure) -> {
            Line line = item.line();
            if (line != null && figure.usable()) {
                lines.put(line, figure.value() / MILLION);
            }
        });
        Double sales = lines.get(Line.NET_SALES);
        Double ebit = lines.get(Line.EBIT);
        Double depreciation = lines.get(Line.DEPRECIATION_AND_AMORTIZATION);
        if (sales != null) {
            lines.put(Line.TOTAL_REVENUE, sales);
        }
        if (ebit != null && depreciation != null) {
            lines.put(Line.EBITDA, ebit + depreciation);
            if (sales != null) {
                lines.put(Line.TOTAL_OPERATING_EXPENSES, sales - ebit - depreciation);
            }
        }
        return new Statement(lines);
    }
}
