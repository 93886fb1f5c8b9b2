package io.bellwether.core.finance.filed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCalendarTest {

    /** Form, period and day of filing of each; {@code -} where the list tells no period. */
    private static final String REGULAR =
            "10-Q 2025-06-30 2025-08-05; 10-Q 2025-09-30 2025-11-05; 10-K 2025-12-31 2026-02-20; 10-Q 2026-03-31 2026-05-06";

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "Large accelerated filer, 2026-08-10, 2026-08-25",
        "Accelerated filer<br>Smaller reporting company, 2026-08-10, 2026-08-25",
        "Non-accelerated filer, 2026-08-14, 2026-08-29",
        "'', 2026-08-14, 2026-08-29",
    })
    void aQuarterlyReportIsOverdueFifteenDaysAfterItWasDue(String category, LocalDate due, LocalDate since) {
        Optional<OverdueReport> overdue = calendar(REGULAR, category, "1231").overdue(since.plusDays(1));

        assertThat(overdue).contains(new OverdueReport("10-Q", LocalDate.parse("2026-06-30"), due, since));
        assertThat(calendar(REGULAR, category, "1231").overdue(since)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Large accelerated filer, 2027-03-01",
        "Accelerated filer, 2027-03-16",
        "Smaller reporting company, 2027-03-31",
    })
    void anAnnualReportHasMoreTime(String category, LocalDate due) {
        String reports = REGULAR + "; 10-Q 2026-06-30 2026-08-05; 10-Q 2026-09-30 2026-11-05";

        assertThat(calendar(reports, category, "1231").overdue(due.plusDays(16)))
                .contains(new OverdueReport("10-K", LocalDate.parse("2026-12-31"), due, due.plusDays(15)));
        assertThat(calendar(reports, category, "1231").overdue(due.plusDays(15)))
                .isEmpty();
    }

    @Test
    void aForeignCompanyReportsByTheYearWithinFourMonths() {
        ReportCalendar calendar = calendar("20-F 2024-12-31 2025-04-20; 20-F 2025-12-31 2026-04-22", "", "1231");

        assertThat(calendar.overdue(LocalDate.parse("2027-05-15"))).isEmpty();
        assertThat(calendar.overdue(LocalDate.parse("2027-05-16")))
                .contains(new OverdueReport(
                        "20-F",
                        LocalDate.parse("2026-12-31"),
                        LocalDate.parse("2027-04-30"),
                        LocalDate.parse("2027-05-15")));
    }

    @Test
    void whatIsDueOnASundayIsDueOnMonday() {
        ReportCalendar calendar =
                calendar("10-Q 2025-03-31 2025-05-06; 10-Q 2025-06-30 2025-08-05", "Large accelerated filer", "1231");

        assertThat(calendar.overdue(LocalDate.parse("2025-11-26")))
                .get()
                .extracting(OverdueReport::due)
                .isEqualTo(LocalDate.parse("2025-11-10"));
        assertThat(calendar.overdue(LocalDate.parse("2025-11-25"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} is taken on {1}")
    @CsvSource({
        "2026-08-08, 2026-08-10",
        "2026-07-03, 2026-07-06",
        "2026-11-11, 2026-11-12",
        "2026-11-26, 2026-11-27",
        "2026-10-12, 2026-10-13",
        "2026-05-25, 2026-05-26",
        "2026-06-19, 2026-06-22",
        "2027-12-24, 2027-12-27",
        "2027-12-31, 2028-01-03",
        "2026-08-11, 2026-08-11",
    })
    void theSecTakesNothingOnWeekendsAndHolidays(LocalDate day, LocalDate next) {
        assertThat(FederalHolidays.nextWorkingDay(day)).isEqualTo(next);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            announced as late                        | NT 10-Q 2026-06-30 2026-08-11
            announced without a period               | NT 10-Q - 2026-08-11
            a report whose period cannot be read     | 10-Q - 2026-08-05
            a report of a period still to come       | 10-Q 2026-09-30 2026-08-05
            an amendment tells that it is there      | 10-Q/A 2026-06-30 2026-08-20
            a fiscal year that has just been changed | 10-KT 2026-05-31 2026-07-20
            """)
    void whatIsAnnouncedOrDoubtfulIsNotOverdue(String name, String more) {
        ReportCalendar calendar = calendar(REGULAR + "; " + more, "Large accelerated filer", "1231");

        assertThat(calendar.overdue(LocalDate.parse("2026-10-01"))).as(name).isEmpty();
    }

    @Test
    void theEndOfTheYearThatTheSecTellsMayBeAnOldOne() {
        String reports = "10-K 2025-06-30 2025-08-20; 10-Q 2025-09-30 2025-11-05; 10-Q 2025-12-31 2026-02-05;"
                + " 10-Q 2026-03-31 2026-05-06";
        LocalDate beforeTheAnnualReportIsDue = LocalDate.parse("2026-08-28");

        assertThat(calendar(reports, "Large accelerated filer", "1231").overdue(beforeTheAnnualReportIsDue))
                .isEmpty();
        assertThat(calendar(reports, "Large accelerated filer", "0630").overdue(LocalDate.parse("2026-09-16")))
                .get()
                .extracting(OverdueReport::form)
                .isEqualTo("10-K");
    }

    @Test
    void theNoticeOfOneReportDoesNotExcuseTheNext() {
        ReportCalendar calendar =
                calendar(REGULAR + "; NT 10-Q 2026-06-30 2026-08-11", "Large accelerated filer", "1231");

        assertThat(calendar.overdue(LocalDate.parse("2026-12-01")))
                .get()
                .extracting(OverdueReport::periodEnd)
                .isEqualTo(LocalDate.parse("2026-09-30"));
    }

    @Test
    void yearsOf52And53WeeksEndBesideTheMonth() {
        String reports = "10-K 2025-02-01 2025-03-20; 10-Q 2025-05-03 2025-06-01; 10-Q 2025-08-02 2025-09-01;"
                + " 10-Q 2025-11-01 2025-12-01; 10-K 2026-01-31 2026-03-18; 10-Q 2026-05-02 2026-06-01";
        ReportCalendar calendar = calendar(reports, "Large accelerated filer", "0131");

        assertThat(calendar.overdue(LocalDate.parse("2026-09-25"))).isEmpty();
        assertThat(calendar.overdue(LocalDate.parse("2026-10-05")))
                .get()
                .extracting(OverdueReport::form, OverdueReport::periodEnd)
                .containsExactly("10-Q", LocalDate.parse("2026-07-31"));
        assertThat(calendar("10-K 2025-12-28 2026-02-20; 10-Q 2025-09-28 2025-11-01", "Accelerated filer", "0103")
                        .overdue(LocalDate.parse("2026-05-20")))
                .as("a year that ends on a day of January")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            has never reported             | 1231 | NT 10-K 2025-12-31 2026-03-31
            reports by the year only       | 1231 | 10-K 2024-12-31 2025-03-30; 10-K 2025-12-31 2026-03-30
            reports as Canadian companies do | 1231 | 40-F 2024-12-31 2025-03-30
            """)
    void ofSomeNothingIsToBeExpected(String name, String yearEnd, String reports) {
        assertThat(calendar(reports, "", yearEnd).overdue(LocalDate.parse("2026-12-01")))
                .as(name)
                .isEmpty();
    }

    @Test
    void noDayKnowsWhatWasFiledAfterIt() {
        ReportCalendar calendar = calendar(REGULAR + "; 10-Q 2026-06-30 2026-09-30", "Large accelerated filer", "1231");

        assertThat(calendar.overdue(LocalDate.parse("2026-09-29"))).isPresent();
        assertThat(calendar.overdue(LocalDate.parse("2026-09-30"))).isEmpty();
    }

    private static ReportCalendar calendar(String reports, String category, String yearEnd) {
        List<ListedReport> listed = Arrays.stream(reports.split("; ?", -1))
                .map(ReportCalendarTest::report)
                .toList();
        return new ReportCalendar(
                listed,
                FilerCategory.of(category),
                MonthDay.from(DateTimeFormatter.ofPattern("MMdd").parse(yearEnd)));
    }

    private static ListedReport report(String text) {
        String[] parts = text.strip().replace("NT ", "NT_").split(" ", -1);
        return new ListedReport(
                parts[0].replace('_', ' '),
                parts[1].equals("-") ? null : LocalDate.parse(parts[1]),
                LocalDate.parse(parts[2]));
    }
}
