package io.bellwether.core.score;

import static io.bellwether.core.score.FilingLedgerTest.at;
import static io.bellwether.core.score.FilingLedgerTest.filing;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.finance.EvidenceTier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinancialScoreTest {

    /** The order in which a real company's trouble became public, with events of our own making. */
    static StatementRisk statements(double rank, String freshUntil) {
        return new StatementRisk(
                rank,
                List.of("liabilities to assets"),
                LocalDate.parse("2025-12-31"),
                LocalDate.parse(freshUntil),
                at("2026-02-20"),
                "https://registry.example/10-K",
                EvidenceTier.FILED,
                1);
    }

    private static final List<FilingEvent> DECLINE = List.of(
            filing("filing-8k-5.02", "2019-11-18"),
            filing("filing-8k-3.01", "2019-12-13"),
            filing("filing-8k-1.02", "2020-01-02"),
            filing("filing-25-nse", "2020-01-10"),
            filing("filing-8k-4.01", "2020-01-27"),
            new FilingEvent("filing-8k-5.02", "second", at("2020-01-28"), "https://registry.example/5.02"),
            filing("filing-nt-10-k", "2020-03-30"),
            filing("filing-8k-1.03", "2020-03-30"),
            filing("filing-8k-2.04", "2020-03-30"));

    @ParameterizedTest
    @CsvSource({
        "2019-11-01, 100", // nothing filed
        "2019-11-20, 97", // one departure, as healthy companies have
        "2019-12-14, 72", // the first hard event, 108 days before the petition
        "2020-01-11, 35", // contract ended, shares removed: a cluster
        "2020-01-29, 24",
        "2020-03-29, 40", // silence wears off slowly
        "2020-03-31, 0",
        "2022-03-31, 0", // a bankruptcy does not wear off
    })
    void followsADeclineFilingByFiling(String day, int expected) {
        assertThat(score(DECLINE, at(day))).isEqualTo(expected);
    }

    @Test
    void theBankruptcyFilingIsTheFirstReasonGiven() {
        DimensionScore score = FinancialScore.of(DECLINE, List.of(), null, at("2020-03-31"), at("2020-03-31"));

        assertThat(score.drivers().getFirst().signal()).isEqualTo("filing-8k-1.03");
        assertThat(score.drivers().getFirst().source()).startsWith("https://registry.example/");
        assertThat(score.drivers().stream().mapToInt(Driver::contribution).sum())
                .isEqualTo(100);
    }

    @Test
    void aBankruptcyAloneLeavesAtMostFive() {
        assertThat(score(List.of(filing("filing-8k-1.03", "2026-01-01")), at("2026-09-01")))
                .isEqualTo(5);
    }

    @Test
    void aLaterAnnualReportDoesNotEndABankruptcyButARecordedEndDoes() {
        List<FilingEvent> filings =
                new ArrayList<>(List.of(filing("filing-8k-1.03", "2024-01-01"), filing("filing-10-k", "2024-04-01")));
        assertThat(kind(filings, "2026-01-01")).isEqualTo(FilingState.Kind.FAILED_OR_RESTRUCTURING);

        filings.add(filing("bankruptcy-emerged", "2025-01-01"));
        assertThat(kind(filings, "2026-01-01")).isEqualTo(FilingState.Kind.EMERGED);
        assertThat(score(filings, at("2026-01-01"))).isBetween(70, 80);
    }

    @Test
    void whoStillReportsThreeYearsLaterHasComeThrough() {
        List<FilingEvent> filings =
                List.of(filing("filing-8k-1.03", "2009-03-27"), filing("filing-10-k", "2012-03-01"));
        assertThat(kind(filings, "2012-03-02")).isEqualTo(FilingState.Kind.FAILED_OR_RESTRUCTURING);

        List<FilingEvent> later = List.of(filing("filing-8k-1.03", "2009-03-27"), filing("filing-10-k", "2013-03-01"));
        assertThat(kind(later, "2013-02-28")).isEqualTo(FilingState.Kind.FAILED_OR_RESTRUCTURING);
        assertThat(kind(later, "2013-03-02")).isEqualTo(FilingState.Kind.EMERGED);
        assertThat(score(later, at("2026-01-01"))).isEqualTo(100);
    }

    @Test
    void whatHealthyCompaniesFileCostsNothingOrLittle() {
        List<FilingEvent> filings = List.of(
                filing("filing-8k-1.01", "2026-01-01"),
                filing("filing-8k-2.03", "2026-01-01"),
                filing("filing-8k-1.05", "2026-01-15"),
                filing("filing-25-nse", "2026-02-01"),
                filing("filing-10-k", "2026-02-20"),
                filing("filing-8k-2.01", "2026-02-21"));

        assertThat(score(filings, at("2026-03-01"))).isEqualTo(100);
    }

    @Test
    void nobodyWatchingIsNoScore() {
        DimensionScore score = FinancialScore.of(List.of(), List.of(), null, null, at("2026-01-01"));

        assertThat(score.score()).isNull();
        assertThat(score.confidence()).isZero();
        assertThat(score.reason()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0.7", "3, 0.7", "16, 0.363", "29, 0.026"})
    void confidenceFallsWhileNobodyLooks(int days, double expected) {
        Instant now = at("2026-03-01");

        assertThat(FinancialScore.of(List.of(), List.of(), null, now.minus(Duration.ofDays(days)), now)
                        .confidence())
                .isEqualTo(expected);
    }

    @Test
    void aLookOfAMonthAgoHasNoConfidenceAndItsScore() {
        Instant now = at("2026-03-01");
        FilingEvent late = filing("filing-nt-10-k", "2026-01-20");

        DimensionScore fresh = FinancialScore.of(List.of(late), List.of(), null, now, now);
        DimensionScore old = FinancialScore.of(List.of(late), List.of(), null, now.minus(Duration.ofDays(30)), now);

        assertThat(old.score()).isEqualTo(fresh.score()).isLessThan(100);
        assertThat(old.confidence()).isZero();
    }

    @Test
    void afterDeregistrationThereIsNoScoreUnlessBankrupt() {
        FilingEvent end = filing("filing-15-12g", "2026-01-01");
        FilingEvent warning = filing("filing-8k-3.01", "2025-12-01");

        DimensionScore silent =
                FinancialScore.of(List.of(warning, end), List.of(), null, at("2026-03-01"), at("2026-03-01"));
        assertThat(silent.score()).isNull();
        assertThat(silent.reason().it()).contains("Form 15-12G", "2026-01-01");

        assertThat(score(List.of(filing("filing-8k-1.03", "2025-12-01"), end), at("2026-03-01")))
                .isLessThanOrEqualTo(5);
        assertThat(score(List.of(end, filing("filing-10-k", "2026-02-01")), at("2026-03-01")))
                .as("one class ended, the others are still reported on")
                .isEqualTo(100);
    }

    @ParameterizedTest(name = "rank {0} leaves {1}")
    @CsvSource({"0, 100", "50, 100", "65, 95", "80, 90", "95, 70", "100, 60"})
    void statementsThatLookLikeThoseOfFailedCompaniesTakePoints(double rank, int expected) {
        Instant now = at("2026-03-01");

        DimensionScore score = FinancialScore.of(List.of(), List.of(), statements(rank, "2026-06-01"), now, now);

        assertThat(score.score()).isEqualTo(expected);
        assertThat(score.drivers().stream().mapToInt(Driver::contribution).sum())
                .isEqualTo(100 - expected);
        assertThat(score.drivers())
                .allSatisfy(driver -> assertThat(driver.source()).isEqualTo("https://registry.example/10-K"));
    }

    @ParameterizedTest(name = "fresh until {0}: confidence {1}")
    @CsvSource({"2026-03-01, 0.9", "2026-02-28, 0.899", "2025-09-01, 0.801", "2025-03-01, 0.7", "2020-01-01, 0.7"})
    void statementsThatGrowOldCostConfidenceAndNoPoints(String freshUntil, double confidence) {
        Instant now = at("2026-03-01");

        DimensionScore score = FinancialScore.of(List.of(), List.of(), statements(95, freshUntil), now, now);

        assertThat(score.confidence()).isEqualTo(confidence);
        assertThat(score.score()).isEqualTo(70);
    }

    @Test
    void statementsAndFilingsAddUp() {
        Instant now = at("2026-03-01");
        List<FilingEvent> filings = List.of(filing("filing-8k-3.01", "2026-03-01"));

        DimensionScore score = FinancialScore.of(filings, List.of(), statements(80, "2026-06-01"), now, now);

        assertThat(score.score()).isEqualTo(65);
        assertThat(score.drivers()).extracting(Driver::signal).containsExactly("filing-8k-3.01", "distress-scorecard");
    }

    @RepeatedTest(200)
    void oneMoreRiskFilingNeverRaisesTheScore(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Instant now = at("2026-01-01");
        List<FilingWeight> risks = FilingWeights.all().stream()
                .filter(weight -> weight.points() > 0)
                .filter(weight -> !weight.signal().equals("filing-8k-5.02"))
                .filter(weight -> !FilingKinds.DEREGISTRATION.contains(weight.signal()))
                .toList();
        List<FilingEvent> filings = new ArrayList<>();
        int before = 100;
        for (int i = 0; i < 12; i++) {
            String signal = risks.get(random.nextInt(risks.size())).signal();
            filings.add(new FilingEvent(signal, "k" + i, now.minus(Duration.ofDays(random.nextInt(900))), "https://f"));
            int after = score(filings, now);
            assertThat(after).isLessThanOrEqualTo(before);
            before = after;
        }
    }

    private static FilingState.Kind kind(List<FilingEvent> filings, String day) {
        return FilingState.of(filings, at(day)).orElseThrow().kind();
    }

    private static int score(List<FilingEvent> filings, Instant now) {
        return FinancialScore.of(filings, List.of(), null, now, now).score();
    }
}
