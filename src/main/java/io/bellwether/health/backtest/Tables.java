package io.bellwether.health.backtest;

import io.bellwether.core.score.backtest.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A back-test as rows: in Markdown for people and in CSV for their spreadsheets. */
final class Tables {

    private record Column(String title, String name, Function<Outcome, String> cell) {}

    private static final List<Column> COLUMNS = List.of(
            new Column(
                    "warned when", "threshold", outcome -> outcome.threshold().text()),
            new Column("failures", "failures", outcome -> String.valueOf(outcome.failures())),
            new Column(
                    "foretold", "hits", outcome -> String.valueOf(outcome.hits().size())),
            new Column("days ahead, least", "leastLeadDays", outcome -> number(outcome.leastLead())),
            new Column("median", "medianLeadDays", outcome -> number(outcome.medianLead())),
            new Column(
                    "false alarms",
                    "falseAlarms",
                    outcome -> String.valueOf(outcome.falseAlarms().size())),
            new Column("vendor-years", "vendorYears", outcome -> decimals(1, outcome.vendorYears())),
            new Column(
                    "false alarms per vendor-year",
                    "falseAlarmsPerYear",
                    outcome -> decimals(3, outcome.falseAlarmsPerYear())));

    private Tables() {}

    static String markdown(BackTest test) {
        return row(COLUMNS.stream().map(Column::title).toList())
                + row(COLUMNS.stream().map(_ -> "---").toList()).replace(" ", "")
                + test.thresholds().stream().map(outcome -> row(cells(outcome))).collect(Collectors.joining());
    }

    /** RFC 4180; none of the cells needs quotes. */
    static String csv(BackTest test) {
        return line(COLUMNS.stream().map(Column::name).toList())
                + test.thresholds().stream()
                        .map(outcome -> line(cells(outcome)))
                        .collect(Collectors.joining());
    }

    private static List<String> cells(Outcome outcome) {
        return COLUMNS.stream().map(column -> column.cell().apply(outcome)).toList();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String line(List<String> cells) {
        return String.join(",", cells) + "\r\n";
    }

    private static String number(@Nullable Long value) {
        return value == null ? "" : value.toString();
    }

    private static String decimals(int digits, @Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
