package io.bellwether.core.score;

import static io.bellwether.core.score.FactLedgerTest.fact;
import static io.bellwether.core.score.FilingLedgerTest.at;
import static io.bellwether.core.score.FilingLedgerTest.filing;
import static io.bellwether.core.score.RegisterLedgerTest.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.score.FinancialPart.PartStanding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinancialPartsTest {

    private static final Instant NOW = at("2026-03-01");

    @Test
    void aVendorOfWhichNothingIsKnownHasNoScore() {
        DimensionScore score = unwatched(NOW);

        assertThat(score.score()).isNull();
        assertThat(score.reason().it()).startsWith("Insufficient data");
        assertThat(score.parts())
                .extracting(PartStanding::part, PartStanding::coverage, PartStanding::tier, PartStanding::points)
                .containsExactly(
                        tuple(FinancialPart.STATEMENTS, 0.0, null, 0),
                        tuple(FinancialPart.EVENTS, 0.0, null, 0),
                        tuple(FinancialPart.LIQUIDITY, 0.0, null, 0),
                        tuple(FinancialPart.OBSERVABLE, 0.0, null, 0));
    }

    @Test
    void badNewsAloneMakesNoGradeHoweverMuchOfIt() {
        DatedFact[] all = FactWeights.all().stream()
                .map(weight -> FactLedgerTest.worst(weight.signal(), NOW))
                .toArray(DatedFact[]::new);

        DimensionScore score = unwatched(NOW, all);

        assertThat(score.score()).isNull();
        assertThat(score.reason().marketing()).contains("single facts");
        assertThat(score.drivers()).isEmpty();
    }

    @Test
    void partsAddUpToWhatIsMissing() {
        FinancialEvidence evidence = new FinancialEvidence(
                List.of(filing("filing-8k-3.01", "2026-03-01")),
                List.of(state("company-confirmation", "OVERDUE")),
                FinancialScoreTest.statements(80, "2026-06-01"),
                runway(6.0, EvidenceTier.FILED, 1),
                List.of(
                        fact("support-decay", "2026-03-01", 1, null),
                        fact("statements-withheld", "2026-03-01", 1, null)),
                NOW,
                NOW);

        DimensionScore score = FinancialScore.of(evidence, NOW);

        assertThat(score.score()).isEqualTo(100 - 10 - 25 - 8 - 15 - 15 - 8);
        assertThat(score.confidence()).isEqualTo(1);
        assertThat(score.parts())
                .extracting(PartStanding::part, PartStanding::tier, PartStanding::points)
                .containsExactly(
                        tuple(FinancialPart.STATEMENTS, EvidenceTier.FILED, 10),
                        tuple(FinancialPart.EVENTS, EvidenceTier.FILED, 48),
                        tuple(FinancialPart.LIQUIDITY, EvidenceTier.FILED, 15),
                        tuple(FinancialPart.OBSERVABLE, EvidenceTier.OBSERVED, 8));
    }

    @ParameterizedTest(name = "rank {0}, confidence {1}: score {2}, confidence {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "100, 1, 80, 0.2",
                "100, 0.5, 90, 0.1",
                "100, 0.49, -, 0",
                "95, 0.8, 88, 0.16",
                "40, 0.8, 100, 0.16"
            })
    void statementsThatWereToldCountHalfAndAsFarAsTheyAreBelieved(
            double rank, double confidence, @Nullable Integer expected, double known) {
        DimensionScore score = FinancialScore.of(purse(told(rank, confidence), null), NOW);

        assertThat(score.score()).isEqualTo(expected);
        assertThat(score.confidence()).isEqualTo(known);
        assertThat(score.parts().getFirst().tier()).isEqualTo(EvidenceTier.STATED);
    }

    @ParameterizedTest(name = "{0} months beside rank {1}: {2} and {3}")
    @CsvSource({"6, 50, 25, 0", "6, 80, 15, 10", "6, 95, 0, 30", "24, 80, 0, 10", "0, 50, 35, 0"})
    void ofStatementsAndRunwayTheHeavierCounts(double months, double rank, int byRunway, int byScorecard) {
        DimensionScore score = FinancialScore.of(
                purse(FinancialScoreTest.statements(rank, "2026-06-01"), runway(months, EvidenceTier.FILED, 1)), NOW);

        assertThat(score.parts())
                .filteredOn(part -> part.part() == FinancialPart.LIQUIDITY)
                .extracting(PartStanding::points)
                .containsExactly(byRunway);
        assertThat(score.score()).isEqualTo(100 - byRunway - byScorecard);
    }

    @Test
    void whoBurnsNoCashHasARunwayWithoutEnd() {
        DimensionScore score = FinancialScore.of(purse(null, runway(null, EvidenceTier.FILED, 1)), NOW);

        assertThat(score.score()).as("too little is known for a score").isNull();
        assertThat(score.parts().get(2).coverage()).isEqualTo(1);
    }

    @ParameterizedTest(name = "debt covered {0} times, money for {1} months: {3} points for {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "0.5, -, debt-due, 12",
                "0.2, 24, debt-due, 20",
                "0, 30, debt-due, 20",
                "0.5, 6, cash-runway, 25",
                "0.75, -, debt-due, 6"
            })
    void ofDebtAndRunwayTheWorseCounts(double cover, @Nullable Double months, String signal, int points) {
        Liquidity liquidity = new Liquidity(
                months,
                cover,
                LocalDate.parse("2025-12-31"),
                LocalDate.parse("2027-04-25"),
                at("2026-02-20"),
                EvidenceTier.FILED,
                1,
                "https://registry.example/10-K");

        DimensionScore score =
                FinancialScore.of(purse(FinancialScoreTest.statements(10, "2026-06-01"), liquidity), NOW);

        assertThat(score.drivers())
                .extracting(Driver::signal, Driver::contribution)
                .containsExactly(tuple(signal, points));
        assertThat(score.parts().get(2).points()).isEqualTo(points);
    }

    @Test
    void ofRunwaysTheShorterCountsWhoeverTellsIt() {
        DatedFact word = fact("runway-told", "2026-03-01", 1, 3.0);

        DimensionScore score = FinancialScore.of(
                new FinancialEvidence(
                        List.of(), List.of(), null, runway(6.0, EvidenceTier.FILED, 1), List.of(word), null, NOW),
                NOW);

        assertThat(score.drivers())
                .extracting(Driver::signal, Driver::contribution)
                .containsExactly(tuple("runway-told", 35));
        assertThat(score.parts().get(2).tier()).isEqualTo(EvidenceTier.FILED);
    }

    @Test
    void whatIsToldOfWhatAFilingSaysIsNotCountedTwice() {
        List<FilingEvent> filings = List.of(filing("filing-8k-2.05", "2026-03-01"));
        DatedFact layoffs = fact("layoffs", "2026-03-01", 1, 25.0);

        DimensionScore score = FinancialScore.of(
                new FinancialEvidence(filings, List.of(), null, null, List.of(layoffs), null, NOW), NOW);

        assertThat(score.drivers())
                .extracting(Driver::signal, Driver::contribution)
                .containsExactly(tuple("filing-8k-2.05", 15), tuple("layoffs", 5));
    }

    @Test
    void allThatIsSeenFromOutsideTakesThirtyAtMost() {
        DatedFact[] seen = FactWeights.all().stream()
                .filter(weight -> weight.part() == FinancialPart.OBSERVABLE)
                .map(weight -> FactLedgerTest.worst(weight.signal(), NOW))
                .toArray(DatedFact[]::new);

        DimensionScore score = score(NOW, seen);

        assertThat(seen).hasSizeGreaterThan(4);
        assertThat(score.score()).isEqualTo(70);
        assertThat(score.parts().getLast().points()).isEqualTo(30);
    }

    @Test
    void anAcquisitionThatWasToldEndsTheScoreAndOneThatIsAnnouncedDoesNot() {
        FilingEvent announced = filing("acquisition-announced", "2026-01-10");
        FilingEvent completed = filing("acquisition-completed", "2026-02-10");

        assertThat(FinancialScore.of(List.of(announced), List.of(), null, NOW, NOW)
                        .score())
                .isEqualTo(100);
        assertThat(FilingState.of(List.of(announced), NOW).orElseThrow().kind())
                .isEqualTo(FilingState.Kind.MERGER_PENDING);
        DimensionScore ended = FinancialScore.of(List.of(announced, completed), List.of(), null, NOW, NOW);
        assertThat(ended.score()).isNull();
        assertThat(ended.reason().it()).contains("acquisition completed", "2026-02-10");
        assertThat(FilingState.of(List.of(completed, filing("filing-10-q", "2026-02-20")), NOW))
                .as("it reports for itself")
                .isEmpty();
    }

    @ParameterizedTest(name = "looked at {0} days ago: {1}")
    @CsvSource({"0, 0.05", "30, 0.05", "105, 0.025", "180, 0"})
    void whatIsSeenFromOutsideGrowsOld(int days, double confidence) {
        FinancialEvidence evidence = new FinancialEvidence(
                List.of(), List.of(), null, null, List.of(), NOW.minus(Duration.ofDays(days)), NOW);

        assertThat(FinancialScore.of(evidence, NOW).confidence()).isEqualTo(0.7 + confidence);
    }

    @Test
    void theTrendDoesNotLookAtWhatComesInSteps() {
        FinancialEvidence evidence = new FinancialEvidence(
                List.of(filing("filing-8k-3.01", "2026-03-01")),
                List.of(),
                FinancialScoreTest.statements(80, "2026-06-01"),
                runway(6.0, EvidenceTier.FILED, 1),
                List.of(
                        fact("support-decay", "2026-03-01", 1, null),
                        fact("statements-withheld", "2026-03-01", 1, null)),
                NOW,
                NOW);

        DimensionScore without = FinancialScore.of(evidence.daily(), NOW);

        assertThat(without.score()).isEqualTo(92);
        assertThat(without.drivers()).extracting(Driver::signal).containsExactly("support-decay");
        assertThat(FinancialScore.of(purse(told(100, 1), null).daily(), NOW).score())
                .as("what a vendor tells of itself comes and goes in steps")
                .isNull();
    }

    @Test
    void anImpliedRunwayIsARangeWithItsAssumption() {
        List<DatedFact> facts =
                List.of(fact("funding-round", "2025-03-01", 1, 20.0), fact("headcount", "2026-02-01", 1, 60.0));

        ImpliedRunway runway = ImpliedRunway.of(facts, NOW).orElseThrow();

        assertThat(runway.least()).isEqualTo((double) Math.round(18 / (60 * 0.22) * 12 - 12));
        assertThat(runway.most()).isEqualTo((double) Math.round(18 / (60 * 0.09) * 12 - 12));
        assertThat(runway.assumption()).contains("estimate", "90,000");
        assertThat(runway.revenue()).isNull();
        assertThat(ImpliedRunway.of(facts.subList(0, 1), NOW)).isEmpty();
        assertThat(ImpliedRunway.of(facts.subList(1, 2), NOW)).isEmpty();
    }

    @Test
    void salesPayForAPartOfThePeople() {
        List<DatedFact> facts = List.of(
                fact("funding-round", "2025-03-01", 1, 20.0),
                fact("headcount", "2026-02-01", 1, 60.0),
                fact("annual-revenue", "2026-02-01", 1, 5.4));

        ImpliedRunway runway = ImpliedRunway.of(facts, NOW).orElseThrow();

        assertThat(runway.revenue()).isEqualTo(5.4);
        assertThat(runway.least()).isEqualTo((double) Math.round(18 / (60 * 0.22 - 5.4) * 12 - 12));
        assertThat(runway.most()).as("60 * 0.09 is earned").isNull();
        assertThat(runway.assumption()).contains("less the sales of a year");
    }

    static StatementRisk told(double rank, double confidence) {
        return new StatementRisk(
                rank,
                List.of("liabilities to assets"),
                LocalDate.parse("2025-12-31"),
                LocalDate.parse("2027-04-25"),
                at("2026-02-20"),
                "by mail from the CFO",
                EvidenceTier.STATED,
                confidence);
    }

    static Liquidity runway(@Nullable Double months, EvidenceTier tier, double confidence) {
        return new Liquidity(
                months,
                null,
                LocalDate.parse("2025-12-31"),
                LocalDate.parse("2027-04-25"),
                at("2026-02-20"),
                tier,
                confidence,
                "https://registry.example/10-K");
    }

    static FinancialEvidence purse(@Nullable StatementRisk statements, @Nullable Liquidity liquidity) {
        return new FinancialEvidence(List.of(), List.of(), statements, liquidity, List.of(), null, null);
    }

    /** Of a vendor whose filings are watched, and say nothing. */
    static DimensionScore score(Instant now, DatedFact... facts) {
        return FinancialScore.of(
                new FinancialEvidence(List.of(), List.of(), null, null, List.of(facts), null, now), now);
    }

    static DimensionScore unwatched(Instant now, DatedFact... facts) {
        return FinancialScore.of(
                new FinancialEvidence(List.of(), List.of(), null, null, List.of(facts), null, null), now);
    }
}
