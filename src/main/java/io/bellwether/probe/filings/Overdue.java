package io.bellwether.probe.filings;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.finance.filed.FilerCategory;
import io.bellwether.core.finance.filed.ListedReport;
import io.bellwether.core.finance.filed.OverdueReport;
import io.bellwether.core.finance.filed.ReportCalendar;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.FilingState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a periodic report of a company is missing, as a state: it is told anew with each look, and so ends when the report
 * comes, and never begins while nobody looks.
 */
final class Overdue {

    static final String SIGNAL = "filing-overdue";

    /** Of whom no reports are to be expected, or whose silence is the least of it. */
    private static final Set<FilingState.Kind> SILENT =
            Set.of(FilingState.Kind.ACQUIRED, FilingState.Kind.COVERAGE_LOST, FilingState.Kind.FAILED_OR_RESTRUCTURING);

    private static final int MONTH_AND_DAY = 4;

    private Overdue() {}

    /** @param events of the same filings */
    static Finding of(long cik, Submissions company, List<Filing> filings, List<Finding> events, Instant now) {
        MonthDay yearEnd = yearEnd(String.valueOf(company.fiscalYearEnd()));
        if (yearEnd == null) {
            return state(cik, "UNKNOWN", Map.of("reason", "The SEC does not tell when its fiscal year ends."), now);
        }
        if (silent(events, now)) {
            return state(cik, "NONE", Map.of("reason", "No reports are to be expected of it."), now);
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (old(filings, today)) {
            return state(cik, "UNKNOWN", Map.of("reason", "The list has nothing of the last twelve months."), now);
        }
        String category = Objects.requireNonNullElse(company.category(), "");
        return new ReportCalendar(listed(filings), FilerCategory.of(category), yearEnd)
                .overdue(today)
                .map(report -> state(cik, "OVERDUE", detail(report, category), now))
                .orElseGet(() -> state(cik, "NONE", Map.of(), now));
    }

    private static boolean silent(List<Finding> events, Instant now) {
        List<FilingEvent> filed = events.stream()
                .map(event -> new FilingEvent(event.signal(), event.key(), event.occurredAt(), event.source()))
                .toList();
        return FilingState.of(filed, now)
                .filter(state -> SILENT.contains(state.kind()))
                .isPresent();
    }

    /** Of a company that files anything at all the SEC lists something every year: it is rather a copy that nobody renews. */
    private static boolean old(List<Filing> filings, LocalDate today) {
        return filings.stream()
                .flatMap(filing -> Stream.ofNullable(Dates.day(filing.filingDate())))
                .max(Comparator.naturalOrder())
                .filter(newest -> newest.isBefore(today.minusYears(1)))
                .isPresent();
    }

    private static List<ListedReport> listed(List<Filing> filings) {
        return filings.stream()
                .filter(filing -> ListedReport.isOne(filing.form()))
                .flatMap(filing -> Stream.ofNullable(Dates.day(filing.filingDate()))
                        .map(filed -> new ListedReport(filing.form(), Dates.day(filing.reportDate()), filed)))
                .toList();
    }

    private static @Nullable MonthDay yearEnd(String text) {
        if (text.length() != MONTH_AND_DAY || !text.chars().allMatch(Character::isDigit)) {
            return null;
        }
        try {
            return MonthDay.of(Integer.parseInt(text.substring(0, 2)), Integer.parseInt(text.substring(2)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<String, Object> detail(OverdueReport report, String category) {
        return Map.of(
                "form", report.form(),
                "periodEnd", report.periodEnd().toString(),
                "dueOn", report.due().toString(),
                "since", report.since().toString(),
                "category", category);
    }

    private static Finding state(long cik, String value, Map<String, Object> detail, Instant now) {
        return Finding.state(
                Dimension.FINANCIAL,
                SIGNAL,
                SIGNAL + "#" + cik,
                value,
                now,
                "https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=" + cik + "&type=10-",
                detail);
    }
}
