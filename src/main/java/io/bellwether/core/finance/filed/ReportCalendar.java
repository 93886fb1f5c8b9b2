package io.bellwether.core.finance.filed;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When a company's next periodic reports are due, by the end of its fiscal year and what it has reported last. Where anything
 * that this rests on is doubtful nothing is said to be overdue: a company that reports for the first time, one that changes its
 * fiscal year, a report whose period cannot be read.
 */
public final class ReportCalendar {

    private static final int MONTHS_OF_QUARTER = 3;
    private static final int QUARTERS = 4;
    private static final int MONTHS_FOR_FOREIGN_YEAR = 4;
    private static final int PATIENCE_DAYS = 15;
    /** Fiscal years of 52 or 53 weeks end up to a week beside the month's end. */
    private static final int WEEK_DAYS = 7;

    private static final int SAME_PERIOD_DAYS = 14;
    private static final int YEAR_AND_MORE_DAYS = 400;
    /** From this day of a month on it is its end that is meant: {@code 1228} is a year of 52 weeks. */
    private static final int NEARLY_MONTH_END = 28;

    private record Expected(String form, LocalDate periodEnd, LocalDate due) {}

    private final List<ListedReport> reports;
    private final List<ListedReport> notices;
    private final FilerCategory category;
    private final MonthDay yearEnd;

    /** @param listed periodic reports and notices that they will be late, in any order; anything that was filed later than is asked for is not looked at */
    public ReportCalendar(List<ListedReport> listed, FilerCategory category, MonthDay yearEnd) {
        this.reports = listed.stream().filter(each -> !each.isNotice()).toList();
        this.notices = listed.stream().filter(ListedReport::isNotice).toList();
        this.category = category;
        this.yearEnd = yearEnd;
    }

    /** The first report that is missing by more than 15 days without notice; empty where none is, or where that cannot be told. */
    public Optional<OverdueReport> overdue(LocalDate today) {
        Optional<ListedReport> last = last(today);
        if (last.isEmpty() || doubtful(last.get(), today)) {
            return Optional.empty();
        }
        return expectedAfter(last.get(), today)
                .filter(report -> !announced(report))
                .map(report -> new OverdueReport(
                        report.form(),
                        report.periodEnd(),
                        report.due(),
                        report.due().plusDays(PATIENCE_DAYS)))
                .filter(report -> report.since().isBefore(today))
                .findFirst();
    }

    private Optional<ListedReport> last(LocalDate today) {
        return reports.stream()
                .filter(report -> report.isDated() && !report.filed().isAfter(today))
                .max(Comparator.comparing(ReportCalendar::end).thenComparing(ListedReport::filed));
    }

    /** Only of dated ones. */
    private static LocalDate end(ListedReport report) {
        return report.periodEnd() == null ? LocalDate.MIN : report.periodEnd();
    }

    private boolean doubtful(ListedReport last, LocalDate today) {
        boolean unreadable = reports.stream()
                .filter(report -> !report.filed().isAfter(today))
                .anyMatch(report -> !report.isDated() && report.filed().isAfter(end(last)));
        return unreadable
                || last.isCanadian()
                || daysFrom(nearestQuarterEnd(end(last)), end(last)) > SAME_PERIOD_DAYS
                || endsItsYearElsewhere(today);
    }

    /** The SEC's word for the end of the fiscal year may be an old one: the last annual report knows better. */
    private boolean endsItsYearElsewhere(LocalDate today) {
        return reports.stream()
                .filter(report -> !report.isQuarterly() && report.isDated())
                .filter(report -> !report.filed().isAfter(today))
                .map(ReportCalendar::end)
                .max(Comparator.naturalOrder())
                .filter(end -> !isYearEnd(nearestQuarterEnd(end)))
                .isPresent();
    }

    private static long daysFrom(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    /** Of periods that had ended by a day, oldest first. */
    private Stream<Expected> expectedAfter(ListedReport last, LocalDate today) {
        LocalDate told = nearestQuarterEnd(end(last));
        int slack = told.equals(end(last)) ? 0 : WEEK_DAYS;
        boolean quarterly = last.isQuarterly() || reportsByQuarter(end(last));
        return quarterEnds(told.getYear(), today.getYear() + 1)
                .filter(end -> end.isAfter(told) && end.isBefore(today))
                .filter(end -> quarterly || isYearEnd(end))
                .map(end -> expected(end, last.isForeign(), slack));
    }

    private Expected expected(LocalDate end, boolean foreign, int slack) {
        if (!isYearEnd(end)) {
            return new Expected("10-Q", end, due(end.plusDays(category.daysForQuarter()), slack));
        }
        return foreign
                ? new Expected("20-F", end, due(end.plusMonths(MONTHS_FOR_FOREIGN_YEAR), slack))
                : new Expected("10-K", end, due(end.plusDays(category.daysForYear()), slack));
    }

    private static LocalDate due(LocalDate day, int slack) {
        return FederalHolidays.nextWorkingDay(day.plusDays(slack));
    }

    private boolean reportsByQuarter(LocalDate lastEnd) {
        return reports.stream()
                .filter(report -> report.isQuarterly() && report.isDated())
                .anyMatch(report -> end(report).isAfter(lastEnd.minusDays(YEAR_AND_MORE_DAYS)));
    }

    /** A notice without a period is about the one that ended before it. */
    private boolean announced(Expected report) {
        return notices.stream()
                .filter(notice -> notice.filed().isAfter(report.periodEnd()))
                .anyMatch(notice -> notice.isDated()
                        ? daysFrom(end(notice), report.periodEnd()) <= SAME_PERIOD_DAYS
                        : !notice.filed().isAfter(report.due().plusDays(PATIENCE_DAYS)));
    }

    private LocalDate nearestQuarterEnd(LocalDate day) {
        return quarterEnds(day.getYear() - 1, day.getYear() + 1)
                .min(Comparator.comparingLong(end -> daysFrom(end, day)))
                .orElse(day);
    }

    private Stream<LocalDate> quarterEnds(int firstYear, int lastYear) {
        return IntStream.rangeClosed(firstYear, lastYear + 1)
                .mapToObj(this::endOfYear)
                .flatMap(end -> IntStream.range(0, QUARTERS).mapToObj(back -> monthsBefore(end, back)))
                .sorted();
    }

    private LocalDate monthsBefore(LocalDate end, int quarters) {
        LocalDate before = end.minusMonths((long) quarters * MONTHS_OF_QUARTER);
        return endsMonth() ? before.with(TemporalAdjusters.lastDayOfMonth()) : before;
    }

    private LocalDate endOfYear(int year) {
        LocalDate end = yearEnd.atYear(year);
        return endsMonth() ? end.with(TemporalAdjusters.lastDayOfMonth()) : end;
    }

    private boolean endsMonth() {
        return yearEnd.getDayOfMonth() >= NEARLY_MONTH_END;
    }

    private boolean isYearEnd(LocalDate end) {
        return end.equals(endOfYear(end.getYear()));
    }
}
