package io.bellwether.dashboard;

import io.bellwether.core.finance.Line;
import io.bellwether.core.finance.filed.FiledItem;
import io.bellwether.core.finance.filed.Flag;
import io.bellwether.fact.finance.FigureView;
import io.bellwether.fact.finance.StatedStatement;
import io.bellwether.fact.finance.StatementsView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures of several periods side by side, each with what to know of it and where it comes from. */
public record FigureTable(List<Column> columns, List<Row> rows) {

    private static final double MILLION = 1e6;

    /** @param kind what the period is, such as {@code Year to} */
    public record Column(String kind, LocalDate end) {}

    public record Row(String label, List<Cell> cells) {}

    /**
     * @param flags what to know before relying on it
     * @param link to the filing; null where there is none
     * @param note why there is no figure; null where there is one
     */
    public record Cell(
            String text,
            Set<Flag> flags,
            @Nullable String link,
            @Nullable String note) {}

    /** The last fiscal years, and the twelve months to the newest balance sheet where they end later. */
    static FigureTable ofYears(StatementsView statements) {
        List<Column> columns = new ArrayList<>();
        List<StatementsView.Period> periods = new ArrayList<>(statements.years());
        periods.forEach(year -> columns.add(new Column("Year to", year.end())));
        StatementsView.Period trailing = statements.trailing();
        if (trailing != null
                && columns.stream().noneMatch(column -> column.end().equals(trailing.end()))) {
            periods.add(trailing);
            columns.add(new Column("Twelve months to", trailing.end()));
        }
        return filed(columns, periods);
    }

    static FigureTable ofQuarters(StatementsView statements) {
        return filed(
                statements.quarters().stream()
                        .map(quarter -> new Column("Quarter to", quarter.end()))
                        .toList(),
                statements.quarters());
    }

    static FigureTable of(List<StatedStatement> statements) {
        List<Column> columns = statements.stream()
                .map(statement -> new Column("Year to", statement.fiscalYearEnd()))
                .toList();
        return table(columns, Arrays.stream(Line.values()).map(Line::key), statements, FigureTable::stated);
    }

    public boolean empty() {
        return rows.isEmpty();
    }

    private static FigureTable filed(List<Column> columns, List<StatementsView.Period> periods) {
        return table(columns, Arrays.stream(FiledItem.values()).map(FiledItem::key), periods, FigureTable::filed);
    }

    private static <T> FigureTable table(
            List<Column> columns, Stream<String> keys, List<T> periods, BiFunction<T, String, @Nullable Cell> cell) {
        List<Row> rows = new ArrayList<>();
        keys.forEach(key -> {
            List<@Nullable Cell> cells = new ArrayList<>();
            periods.forEach(period -> cells.add(cell.apply(period, key)));
            if (cells.stream().anyMatch(Objects::nonNull)) {
                rows.add(new Row(
                        label(key),
                        cells.stream()
                                .map(found -> found == null ? new Cell("–", Set.of(), null, null) : found)
                                .toList()));
            }
        });
        return new FigureTable(List.copyOf(columns), List.copyOf(rows));
    }

    private static @Nullable Cell filed(StatementsView.Period period, String key) {
        FigureView figure = period.figures().get(key);
        if (figure == null) {
            String missing = period.missing().get(key);
            return missing == null ? null : new Cell("–", Set.of(), null, missing);
        }
        String link =
                figure.sources().isEmpty() ? null : figure.sources().getFirst().url();
        return new Cell(text(key, figure.value()), figure.flags(), link, null);
    }

    private static @Nullable Cell stated(StatedStatement statement, String key) {
        Double value = statement.lines().get(key);
        if (value == null) {
            return null;
        }
        boolean percent = measure(key) == Line.Measure.PERCENT;
        return new Cell(text(key, percent ? value : value * MILLION), Set.of(), null, null);
    }

    private static String text(String key, double value) {
        return switch (measure(key)) {
            case MONEY -> Amounts.dollars(value);
            case SHARES -> Amounts.count(value);
            case PERCENT -> Amounts.plain(value) + " %";
        };
    }

    private static Line.Measure measure(String key) {
        return Line.find(key).map(Line::measure).orElse(Line.Measure.MONEY);
    }

    private static String label(String key) {
        return Words.sentence(Wording.words(key));
    }

    /** What is to be known of any of its figures. */
    public List<Flag> flags() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.flags().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
