package io.bellwether.core.finance.filed;

import io.bellwether.core.finance.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the periods that a company has reported on, and makes their statements. */
final class Bookkeeper {

    private static final List<FiledItem> TELLING =
            List.of(FiledItem.REVENUE, FiledItem.NET_INCOME, FiledItem.OPERATING_CASH_FLOW);
    private static final List<FiledItem> BY_QUARTER =
            List.of(FiledItem.REVENUE, FiledItem.OPERATING_INCOME, FiledItem.NET_INCOME, FiledItem.OPERATING_CASH_FLOW);
    private static final int MOST_QUARTERS = 8;
    private static final int FRESH_DAYS_BY_QUARTER = 200;
    private static final int FRESH_DAYS_BY_YEAR = 480;

    private final FiledFacts facts;
    private final LocalDate day;
    private final Books books;

    Bookkeeper(FiledFacts facts, LocalDate day) {
        this.facts = facts;
        this.day = day;
        this.books = new Books(facts);
    }

    Accounts accounts() {
        NavigableSet<LocalDate> ends = reported(_ -> true, span -> span.length().isPresent());
        NavigableSet<LocalDate> fiscal = reported(Bookkeeper::isAnnual, span -> span.is(Length.YEAR));
        boolean dollars = facts.currency().equals(FiledFacts.DOLLARS);
        if (!dollars || fiscal.isEmpty()) {
            String refusal = dollars
                    ? "no annual report with figures is known"
                    : "it reports in " + facts.currency() + ", which is not converted";
            return new Accounts(day, facts.currency(), List.of(), List.of(), List.of(), null, facts.dropped(), refusal);
        }
        LocalDate freshUntil = ends.getLast()
                .plusDays(reportsByQuarter(fiscal.getLast()) ? FRESH_DAYS_BY_QUARTER : FRESH_DAYS_BY_YEAR);
        return new Accounts(
                day,
                facts.currency(),
                statements(inARow(fiscal)),
                trailing(inARow(ends), day.isAfter(freshUntil)),
                quarters(ends),
                freshUntil,
                facts.dropped(),
                null);
    }

    private List<PeriodStatement> statements(List<LocalDate> ends) {
        return ends.stream().map(books::yearTo).toList();
    }

    private List<PeriodStatement> trailing(List<LocalDate> ends, boolean stale) {
        List<PeriodStatement> years = new ArrayList<>(statements(ends));
        if (stale) {
            years.add(stale(years.removeLast()));
        }
        return years;
    }

    private static PeriodStatement stale(PeriodStatement year) {
        Map<FiledItem, Figure> figures = new EnumMap<>(FiledItem.class);
        year.figures().forEach((item, figure) -> figures.put(item, figure.with(Flag.STALE)));
        return new PeriodStatement(year.end(), figures, year.missing());
    }

    /** The ends of periods that what tells of a year is filed for, and that there is a balance sheet of. */
    private NavigableSet<LocalDate> reported(Predicate<String> form, Predicate<Span> span) {
        return TELLING.stream()
                .flatMap(item -> item.tags().stream())
                .flatMap(tag -> facts.spans(tag, form).stream())
                .filter(span)
                .map(Span::end)
                .filter(this::hasBalanceSheet)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean hasBalanceSheet(LocalDate end) {
        return FiledItem.TOTAL_ASSETS.tags().stream()
                .anyMatch(tag -> facts.figure(tag, Span.at(end)).isPresent());
    }

    private static boolean isAnnual(String form) {
        return Stream.of("10-K", "20-F", "40-F").anyMatch(form::startsWith);
    }

    private boolean reportsByQuarter(LocalDate lastYear) {
        return !reported(form -> form.startsWith("10-Q"), span -> !span.end().isBefore(lastYear.minusYears(1)))
                .isEmpty();
    }

    /** Backwards from the last, a year apart each; oldest first. */
    private static List<LocalDate> inARow(NavigableSet<LocalDate> ends) {
        List<LocalDate> row = new ArrayList<>(List.of(ends.getLast()));
        while (row.size() < Window.YEARS) {
            LocalDate later = row.getFirst();
            Optional<LocalDate> before = ends.headSet(later).stream()
                    .filter(end -> Span.at(end).endsAYearBefore(later))
                    .max(Comparator.naturalOrder());
            if (before.isEmpty()) {
                break;
            }
            row.addFirst(before.get());
        }
        return row;
    }

    private List<Quarter> quarters(NavigableSet<LocalDate> ends) {
        return ends.descendingSet().stream()
                .map(this::quarter)
                .filter(quarter -> !quarter.figures().isEmpty())
                .limit(MOST_QUARTERS)
                .toList();
    }

    private Quarter quarter(LocalDate end) {
        Map<FiledItem, Figure> figures = new EnumMap<>(FiledItem.class);
        for (FiledItem item : BY_QUARTER) {
            books.quarter(item, end).ifPresent(figure -> figures.put(item, figure));
        }
        Optional<Figure> sales = books.year(FiledItem.REVENUE, end);
        figures.computeIfPresent(
                FiledItem.REVENUE,
                (_, quarter) -> sales.map(year -> Checks.quarter(quarter, year)).orElse(quarter));
        return new Quarter(end, figures);
    }
}
