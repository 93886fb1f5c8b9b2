package io.bellwether.fact.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.fact.finance.NewStatements.Year;
import io.bellwether.fact.finance.StatementSheet.Found;
import io.bellwether.fact.finance.sheet.Cell;
import io.bellwether.fact.finance.sheet.Sheet;
import io.bellwether.fact.finance.sheet.Sheets;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementSheetTest {

    private static final String ACROSS = """
            Currency,EUR
            exchange rate,1.08
            unit,thousands
            source,Annual report
            as of,2026-03-01
            confidence,0.8

            fiscalYearEnd,2024-12-31,2025-12-31
            Balance sheet
            Total assets,100,110.5
            current_assets,,40
            net income,-5,+6e1
            """;

    @Test
    void readsYearsAcross() {
        Found found = read(ACROSS);

        assertThat(found.statements())
                .isEqualTo(new NewStatements(
                        "EUR",
                        1.08,
                        StatementUnit.THOUSANDS,
                        "Annual report",
                        LocalDate.of(2026, 3, 1),
                        0.8,
                        List.of(
                                new Year(LocalDate.of(2024, 12, 31), Map.of("totalAssets", 100.0, "netIncome", -5.0)),
                                new Year(
                                        LocalDate.of(2025, 12, 31),
                                        Map.of("totalAssets", 110.5, "currentAssets", 40.0, "netIncome", 60.0)))));
        assertThat(found.placed(new FieldError("/years/1/lines/currentAssets", "No."))
                        .pointer())
                .isEqualTo("C11");
        assertThat(found.placed(new FieldError("/years/0/lines", "No.")).pointer())
                .isEqualTo("B8");
        assertThat(found.placed(new FieldError("/source", "No.")).pointer()).isEqualTo("B4");
        assertThat(found.placed(new FieldError("/years", "No.")).pointer()).isEqualTo("A8");
    }

    @Test
    void readsYearsDown() {
        Found found = read("""
                Statements of Acme

                fiscal year end,source,totalAssets,ebit
                2024-06-30,Report,7,
                2025-06-30,Report,8,-1
                """);

        assertThat(found.statements().source()).isEqualTo("Report");
        assertThat(found.statements().years())
                .containsExactly(
                        new Year(LocalDate.of(2024, 6, 30), Map.of("totalAssets", 7.0)),
                        new Year(LocalDate.of(2025, 6, 30), Map.of("totalAssets", 8.0, "ebit", -1.0)));
        assertThat(found.placed(new FieldError("/years/1/lines/ebit", "No.")).pointer())
                .isEqualTo("D5");
    }

    @Test
    void readsDatesAsSpreadsheetsKeepThem() {
        Sheet sheet = new Sheet(
                "Figures",
                LocalDate.of(1899, 12, 30),
                List.of(
                        new Cell(1, 1, "fiscalYearEnd", false),
                        new Cell(1, 2, "46022", true),
                        new Cell(2, 1, "ebit", false),
                        new Cell(2, 2, "1", true)));

        assertThat(StatementSheet.read(List.of(new Sheet("Cover", null, List.of()), sheet))
                        .statements()
                        .years())
                .containsExactly(new Year(LocalDate.of(2025, 12, 31), Map.of("ebit", 1.0)));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            110.5                 | `"1,100"`         | Row 10, column C: '1,100' is not a number. Write digits with a point
            110.5                 | n/a               | Row 10, column C: 'n/a' is not a number.
            110.5                 | (110)             | Row 10, column C: '(110)' is not a number.
            110.5                 | NaN               | Row 10, column C: 'NaN' is not a number.
            110.5                 | 1,2               | Row 10, column D: Belongs to no year: there is no 'fiscalYearEnd' in line with it.
            Total assets          | Turnover          | Row 10, column A: There is no line 'Turnover'; there are currency, exchangeRate, unit, source, asOf, confidence, currentAssets,
            Total assets          | ``                | Row 10, column B: Has no name beside it that says what it is.
            current_assets        | Total assets      | Row 11, column C: 'totalAssets' is there twice; leave one out.
            2025-12-31            | 31.12.2025        | Row 8, column C: '31.12.2025' is not a date. Write the day as 2025-12-31, or format the cell as a date.
            2025-12-31            | 2025              | Row 8, column C: '2025' is not a date.
            thousands             | lakhs             | Row 3, column B: 'lakhs' is not a unit. There are ONES, THOUSANDS, MILLIONS.
            EUR                   | EUR,USD           | Row 1, column C: All years have one currency; above it is 'EUR'.
            0.8                   | high              | Row 6, column B: 'high' is not a number.
            """)
    void namesTheCellAndTheFix(String sound, String wrong, String detail) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(ACROSS.replace(sound, wrong)))
                .satisfies(problem -> assertThat(problem.errors())
                        .anySatisfy(error -> assertThat(error.detail()).startsWith(detail)));
    }

    @Test
    void needsOneTable() {
        String table = "fiscalYearEnd,2025-12-31\nebit,1\n";

        assertThatThrownBy(() -> read("year,2025\n")).hasMessageStartingWith("No sheet has a cell 'fiscalYearEnd'");
        assertThatThrownBy(() -> read(table + table)).hasMessageContaining("'fiscalYearEnd' is there twice");
        Sheet sheet =
                Sheets.read(Sheets.CSV, table.getBytes(StandardCharsets.UTF_8)).getFirst();
        assertThatThrownBy(() -> StatementSheet.read(List.of(sheet, new Sheet("B", null, sheet.cells()))))
                .hasMessageStartingWith("2 sheets have a cell 'fiscalYearEnd'");
    }

    @Test
    void listsAHundredFaultsAtMost() {
        String table = "fiscalYearEnd,2025-12-31\n" + "nonsense,1\n".repeat(300);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(table))
                .satisfies(problem -> assertThat(problem.errors()).hasSize(100));
    }

    private static Found read(String csv) {
        return StatementSheet.read(Sheets.read(Sheets.CSV, csv.getBytes(StandardCharsets.UTF_8)));
    }
}
