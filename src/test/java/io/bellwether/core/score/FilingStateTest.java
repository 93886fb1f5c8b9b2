package io.bellwether.core.score;

import static io.bellwether.core.score.FilingLedgerTest.at;
import static io.bellwether.core.score.FilingLedgerTest.filing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingStateTest {

    @ParameterizedTest(name = "{0}: {2} on {3}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing                      | 10-k 2024-03-01                                       | 2024-06-01 |
            petition                     | 8k-1.03 2024-03-30                                    | 2024-03-30 | FAILED_OR_RESTRUCTURING
            not yet                      | 8k-1.03 2024-03-30                                    | 2024-03-29 |
            papers of the first days     | 8k-1.03 2024-03-30, 8k-1.03 2024-04-03, 10-k 2025-05-15 | 2025-06-01 | FAILED_OR_RESTRUCTURING
            report from within           | 8k-1.03 2024-03-30, 10-k 2025-03-15                   | 2025-06-01 | FAILED_OR_RESTRUCTURING
            plan confirmed, not in effect | 8k-1.03 2024-03-30, 8k-1.03 2024-09-30, 10-k 2025-03-15 | 2025-06-01 | FAILED_OR_RESTRUCTURING
            plan and a clean report      | 8k-1.03 2024-03-30, 8k-1.03 2024-09-01, 10-k 2025-03-15 | 2025-03-15 | EMERGED
            plan and a late report       | 8k-1.03 2024-03-30, 8k-1.03 2024-09-01, nt-10-k 2025-03-01, 10-k 2025-03-15 | 2025-06-01 | FAILED_OR_RESTRUCTURING
            the report after the late one | 8k-1.03 2024-03-30, 8k-1.03 2024-09-01, nt-10-k 2025-03-01, 10-k 2025-03-15, 10-k 2026-03-01 | 2026-03-02 | EMERGED
            emerged three years ago      | 8k-1.03 2020-03-30, 8k-1.03 2020-09-01, 10-k 2021-03-15 | 2024-03-20 |
            bankrupt again               | 8k-1.03 2024-03-30, 8k-1.03 2024-09-01, 10-k 2025-03-15, 8k-1.03 2025-09-01 | 2025-10-01 | FAILED_OR_RESTRUCTURING
            again is a new proceeding    | 8k-1.03 2023-03-30, 8k-1.03 2023-09-01, 10-k 2024-03-15, 8k-1.03 2024-09-01, 10-k 2025-04-15 | 2025-05-01 | FAILED_OR_RESTRUCTURING
            bankrupt and silent          | 8k-1.03 2024-03-30, 15-15d 2024-06-22, 15-12b 2024-12-30 | 2025-02-01 | FAILED_OR_RESTRUCTURING
            silent                       | 10-q 2024-05-01, 15-12g 2024-06-22                    | 2025-02-01 | COVERAGE_LOST
            one class ended              | 15-12g 2024-06-22, 10-q 2024-08-01                    | 2025-02-01 |
            vote                         | defm14a 2024-06-22                                    | 2024-09-01 | MERGER_PENDING
            vote long ago                | defm14a 2024-06-22                                    | 2025-06-23 |
            the buyer closed             | defm14a 2024-06-22, 8k-2.01 2024-09-01                | 2024-09-01 |
            bought, still listed         | defm14a 2024-06-22, 8k-2.01 2024-09-01, 8k-5.01 2024-09-01 | 2024-09-02 |
            bought                       | 8k-2.01 2024-09-01, 8k-5.01 2024-09-01, 25-nse 2024-09-02 | 2024-09-02 | ACQUIRED
            bought after a vote          | defm14a 2024-03-22, 8k-5.01 2024-09-01, 15-12b 2024-09-12 | 2024-10-01 | ACQUIRED
            offer, then silent           | sc-to-t 2024-06-22, 15-12g 2024-09-12                 | 2024-10-01 | ACQUIRED
            bought, still reports        | 8k-2.01 2024-09-01, 8k-5.01 2024-09-01, 25-nse 2024-09-02, 10-q 2024-11-01 | 2024-12-01 |
            a buyer whose notes fell due | defm14a 2024-06-22, 8k-2.01 2024-09-01, 25-nse 2024-09-20 | 2024-10-01 |
            new control without a merger | 8k-5.01 2024-09-01, 15-12g 2024-09-12                 | 2024-10-01 | COVERAGE_LOST
            """)
    void everyState(String name, String filings, String day, FilingState.@Nullable Kind expected) {
        assertThat(FilingState.of(filings(filings), at(day))
                        .map(FilingState::kind)
                        .orElse(null))
                .as(name)
                .isEqualTo(expected);
    }

    @Test
    void emergingSettlesWhatWasFiledBeforeAndThePetitionWearsOff() {
        List<FilingEvent> filings =
                filings("nt-10-k 2024-03-29, 8k-2.04 2024-03-30, 8k-1.03 2024-03-30, 8k-1.03 2024-09-01,"
                        + " 10-k 2025-03-15, 8k-2.05 2025-08-01");

        DimensionScore before = FinancialScore.of(filings, List.of(), null, at("2025-03-14"), at("2025-03-14"));
        DimensionScore after = FinancialScore.of(filings, List.of(), null, at("2025-09-01"), at("2025-09-01"));

        assertThat(before.score()).isZero();
        assertThat(after.drivers()).extracting(Driver::signal).containsExactly("filing-8k-1.03", "filing-8k-2.05");
        assertThat(after.drivers().getFirst().contribution()).isBetween(47, 48);
        assertThat(after.reason()).isNotNull();
        assertThat(after.reason().it()).contains("2025-03-15", "emerged");
    }

    @Test
    void anAcquisitionIsNoFailureAndHasNoScore() {
        List<FilingEvent> filings = filings("defm14a 2024-06-22, 8k-1.02 2024-09-01, 8k-2.01 2024-09-01,"
                + " 8k-3.01 2024-09-01, 8k-5.01 2024-09-01, 8k-5.02 2024-09-01, 25-nse 2024-09-02, 15-12b 2024-09-12");

        assertThat(FilingLedger.of(filings, at("2024-09-13")))
                .allSatisfy(entry -> assertThat(entry.weight()).isZero());
        DimensionScore score = FinancialScore.of(filings, List.of(), null, at("2024-09-13"), at("2024-09-13"));
        assertThat(score.score()).isNull();
        assertThat(score.reason().marketing()).contains("no failure", "2024-09-01");
        assertThat(FilingSlip.holds(filings, at("2024-09-13"))).isFalse();
    }

    @Test
    void aMergerThatIsPendingCostsNothingAndIsSaid() {
        DimensionScore score =
                FinancialScore.of(filings("defm14a 2024-06-22"), List.of(), null, at("2024-07-01"), at("2024-07-01"));

        assertThat(score.score()).isEqualTo(100);
        assertThat(score.reason().marketing()).contains("merger", "2024-06-22");
    }

    @Test
    void aDeregistrationIsSeenAmongTheFilingsUnlessAMergerExplainsIt() {
        assertThat(FilingLedger.of(filings("15-12g 2024-06-22"), at("2024-06-22")))
                .extracting(FilingLedger.Entry::weight)
                .containsExactly(15.0);
        assertThat(FilingLedger.of(filings("sc-14d9 2024-05-01, 15-12g 2024-06-22"), at("2024-06-22")))
                .extracting(FilingLedger.Entry::weight)
                .containsExactly(0.0, 0.0);
    }

    @Test
    void aMoveToAnotherExchangeIsHardlyNews() {
        assertThat(FilingLedger.of(filings("8k-3.01 2024-06-01, 8-a12b 2024-06-10, 25 2024-06-14"), at("2024-06-14")))
                .extracting(FilingLedger.Entry::weight)
                .containsExactly(0.0, 0.0, 10.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            three kinds, one grave           | 8k-3.01 2024-06-01, 8k-1.02 2024-06-10, 8k-4.01 2024-06-20  | true
            two kinds                        | 8k-3.01 2024-06-01, 8k-2.04 2024-06-10                      | false
            three kinds, none grave          | 8k-2.05 2024-06-01, 8k-2.06 2024-06-01, 8k-1.02 2024-06-10, 8k-4.01 2024-06-20 | false
            a departure is no kind           | 8k-3.01 2024-06-01, 8k-2.04 2024-06-10, 8k-5.02 2024-06-20  | false
            late twice is one kind           | nt-10-k 2024-04-01, nt-10-q 2024-05-15, 8k-3.01 2024-06-01  | false
            leaving in two steps is one kind | 8k-3.01 2024-06-01, 25 2024-06-11, 15-12g 2024-06-21        | false
            over more than ninety days       | 8k-3.01 2024-03-01, 8k-1.02 2024-05-10, 8k-4.01 2024-06-20  | false
            worn off                         | 8k-3.01 2023-06-01, 8k-1.02 2023-06-10, 8k-4.01 2023-06-20  | false
            """)
    void whenFilingsAloneAreASlip(String name, String filings, boolean expected) {
        assertThat(FilingSlip.holds(filings(filings), at("2024-07-01")))
                .as(name)
                .isEqualTo(expected);
    }

    private static List<FilingEvent> filings(String text) {
        return Stream.of(text.strip().split(", ?", -1))
                .map(String::strip)
                .map(entry -> entry.split(" ", -1))
                .map(entry -> filing("filing-" + entry[0], entry[1]))
                .toList();
    }
}
