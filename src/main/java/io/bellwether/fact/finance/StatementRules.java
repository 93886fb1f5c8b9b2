package io.bellwether.fact.finance;

import static io.bellwether.core.finance.Line.CASH;
import static io.bellwether.core.finance.Line.CURRENT_ASSETS;
import static io.bellwether.core.finance.Line.DEBT_DUE;
import static io.bellwether.core.finance.Line.DEFERRED_REVENUE;
import static io.bellwether.core.finance.Line.INVENTORY;
import static io.bellwether.core.finance.Line.MARKET_VALUE;
import static io.bellwether.core.finance.Line.SHARES_OUTSTANDING;
import static io.bellwether.core.finance.Line.TOTAL_ASSETS;
import static io.bellwether.core.finance.Line.TOTAL_CURRENT_LIABILITIES;
import static io.bellwether.core.finance.Line.TOTAL_LIABILITIES;
import static io.bellwether.core.finance.Line.TOTAL_LONG_TERM_DEBT;
import static io.bellwether.core.finance.Line.TOTAL_RECEIVABLES;

import io.bellwether.core.finance.Line;
import io.bellwether.fact.finance.NewStatements.Year;
import io.bellwether.platform.Problem.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What cannot be in statements: refused when they are entered, so that no score rests on it. */
final class StatementRules {

    private static final int MOST_YEARS = 10;
    private static final int LONGEST_SOURCE = 500;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final double DEAREST = 1000;

    /** What is rounded may exceed the whole by so much of it. */
    private static final double ROUNDING = 1.01;

    private static final Set<Line> NEVER_NEGATIVE = EnumSet.of(
            CASH,
            CURRENT_ASSETS,
            DEBT_DUE,
            DEFERRED_REVENUE,
            INVENTORY,
            MARKET_VALUE,
            SHARES_OUTSTANDING,
            TOTAL_ASSETS,
            TOTAL_CURRENT_LIABILITIES,
            TOTAL_LIABILITIES,
            TOTAL_LONG_TERM_DEBT,
            TOTAL_RECEIVABLES);

    /** Parts that cannot be more than their whole. */
    private static final Map<Line, Line> WHOLES = Map.of(
            CURRENT_ASSETS, TOTAL_ASSETS,
            CASH, TOTAL_ASSETS,
            INVENTORY, CURRENT_ASSETS,
            TOTAL_RECEIVABLES, TOTAL_ASSETS,
            TOTAL_CURRENT_LIABILITIES, TOTAL_LIABILITIES);

    private final NewStatements statements;
    private final LocalDate today;
    private final List<FieldError> faults = new ArrayList<>();

    private StatementRules(NewStatements statements, LocalDate today) {
        this.statements = statements;
        this.today = today;
    }

    /** Pointers are those of {@link NewStatements}. */
    static List<FieldError> faults(NewStatements statements, LocalDate today) {
        StatementRules rules = new StatementRules(statements, today);
        rules.money();
        rules.origin();
        rules.years();
        return List.copyOf(rules.faults);
    }

    private void money() {
        String currency = statements.currencyOrDollar();
        Double rate = statements.exchangeRate();
        if (!currency.matches("[A-Z]{3}")) {
            fault("/currency", "Must be an ISO 4217 code such as EUR.");
        } else if (currency.equals(NewStatements.DOLLAR)) {
            if (rate != null && rate != 1) {
                fault("/exchangeRate", "Leave it out: the figures are in US dollars already.");
            }
        } else if (rate == null) {
            fault(
                    "/currency",
                    "Figures are judged in US dollars. Give 'exchangeRate', how many US dollars one " + currency
                            + " is worth, or the figures in USD.");
        }
        if (rate != null && !(rate > 0 && rate <= DEAREST)) {
            fault("/exchangeRate", "Must be above 0 and at most " + (int) DEAREST + ".");
        }
    }

    private void origin() {
        String source = statements.source();
        if (source != null && (source.isBlank() || source.length() > LONGEST_SOURCE || source.indexOf('\0') >= 0)) {
            fault("/source", "Must have 1 to " + LONGEST_SOURCE + " characters.");
        }
        Double confidence = statements.confidence();
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            fault("/confidence", "Must be between 0 and 1.");
        }
        LocalDate asOf = statements.asOf();
        if (asOf != null && (asOf.isAfter(today) || asOf.isBefore(EARLIEST))) {
            fault("/asOf", "Must be the day on which they were told, not after today, " + today + ".");
        }
    }

    private void years() {
        List<@Nullable Year> years = statements.years();
        if (years == null || years.isEmpty() || years.size() > MOST_YEARS) {
            fault("/years", "Give between 1 and " + MOST_YEARS + " years.");
            return;
        }
        Set<LocalDate> ends = new HashSet<>();
        for (int i = 0; i < years.size(); i++) {
            Year year = years.get(i);
            String pointer = "/years/" + i;
            LocalDate end = year == null ? null : year.fiscalYearEnd();
            if (end == null || end.isBefore(EARLIEST) || end.isAfter(today)) {
                fault(
                        pointer + "/fiscalYearEnd",
                        "Must be the last day of a year that is over, from " + EARLIEST + " to " + today + ".");
            } else if (!ends.add(end)) {
                fault(pointer + "/fiscalYearEnd", "This year is there twice; leave one out.");
            }
            lines(pointer + "/lines", year == null ? null : year.lines());
        }
    }

    private void lines(String pointer, @Nullable Map<String, @Nullable Double> lines) {
        if (lines == null || lines.values().stream().allMatch(value -> value == null)) {
            fault(pointer, "Give at least one line of this year.");
            return;
        }
        faults.addAll(Lines.faults(pointer, lines));
        lines.forEach((key, value) -> Line.find(key).ifPresent(line -> {
            if (value != null && value < 0 && NEVER_NEGATIVE.contains(line)) {
                fault(pointer + "/" + key, "Cannot be negative.");
            }
        }));
        WHOLES.forEach((part, whole) -> {
            Double small = lines.get(part.key());
            Double large = lines.get(whole.key());
            if (small != null && large != null && large >= 0 && small > large * ROUNDING) {
                fault(pointer + "/" + part.key(), "Cannot be more than " + whole.key() + ", which is " + large + ".");
            }
        });
    }

    private void fault(String pointer, String detail) {
        faults.add(new FieldError(pointer, detail));
    }
}
