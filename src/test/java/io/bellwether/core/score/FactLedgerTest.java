package io.bellwether.core.score;

import static io.bellwether.core.score.FilingLedgerTest.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactLedgerTest {

    @ParameterizedTest(name = "{0} ({1}) of the first of January takes {3} on {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "going-concern, -, 2026-01-01, 40",
                "going-concern, -, 2027-02-05, 20",
                "accounts-overdue, -, 2026-09-28, 10",
                "statements-withheld, -, 2026-06-30, 7.5",
                "service-sunset, -, 2026-01-01, 60",
                "service-sunset, -, 2036-01-01, 60",
                "support-decay, -, 2026-01-01, 8",
                "certificate-neglect, -, 2026-01-07, 0",
                "certificate-neglect, -, 2026-01-08, 8",
                "hiring-stopped, -, 2026-03-01, 0",
                "hiring-stopped, -, 2026-03-02, 6",
                "hiring-stopped, -, 2026-06-30, 3",
                "release-silence, 10, 2026-03-01, 0",
                "release-silence, 10, 2026-03-02, 8",
                "release-silence, 30, 2026-03-31, 0",
                "release-silence, 30, 2026-04-01, 8",
                "page-silence, -, 2026-06-29, 0",
                "page-silence, -, 2026-06-30, 4",
                "layoffs, 9, 2026-01-01, 0",
                "layoffs, 10, 2026-01-01, 10",
                "layoffs, 25, 2026-01-01, 20",
                "layoffs, 90, 2026-01-01, 30",
                "layoffs, 90, 2026-06-30, 15",
                "domain-neglect, 31, 2026-01-01, 0",
                "domain-neglect, 30, 2026-01-01, 5",
                "domain-neglect, 14, 2026-01-01, 15",
                "domain-neglect, 7, 2026-01-01, 30",
                "domain-neglect, -400, 2026-01-01, 30",
                "runway-told, 24, 2026-01-01, 0",
                "runway-told, 18, 2026-01-01, 3",
                "runway-told, 12, 2026-01-01, 10",
                "runway-told, 6, 2026-01-01, 25",
                "runway-told, 2, 2026-01-01, 35",
                "funding-round, 12, 2026-01-01, 0",
                "headcount, 12, 2026-01-01, 0",
                "price-change, 30, 2026-01-01, 0",
                "nobody-knows-it, -, 2026-01-01, -",
            })
    void takesItsPointsAndWearsOff(String signal, @Nullable Double amount, String day, @Nullable Double points) {
        DatedFact fact = fact(signal, "2026-01-01", 1, amount);

        List<FactLedger.Entry> ledger = FactLedger.of(List.of(fact), at(day));

        assertThat(ledger).hasSize(points == null ? 0 : 1);
        assertThat(ledger)
                .allSatisfy(
                        entry -> assertThat(entry.pointsNow()).isCloseTo(points == null ? 0 : points, within(1e-9)));
    }

    @Test
    void aDomainRunsDownByTheDay() {
        DatedFact fact = fact("domain-neglect", "2026-01-01", 1, 30.0);

        assertThat(FactLedger.of(List.of(fact), at("2026-01-17")))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.amount()).isCloseTo(14, within(1e-9));
                    assertThat(entry.pointsNow()).isCloseTo(15 * Math.pow(0.5, 16 / 90.0), within(1e-9));
                });
    }

    @ParameterizedTest(name = "a runway of 15 months told on the first of January is {1} months on {0}")
    @CsvSource({"2026-01-01, 15", "2026-04-02, 12.01", "2026-07-03, 8.99", "2026-07-04, 8.99", "2030-01-01, 8.99"})
    void aToldRunwayRunsDownForHalfAYear(String day, double months) {
        DatedFact fact = fact("runway-told", "2026-01-01", 1, 15.0);

        assertThat(FactLedger.of(List.of(fact), at(day)).getFirst().amount()).isCloseTo(months, within(0.01));
    }

    @Test
    void theConfidenceCounts() {
        assertThat(points(at("2026-01-01"), fact("going-concern", "2026-01-01", 0.25, null)))
                .containsExactly(10.0);
        assertThat(points(at("2026-01-01"), fact("support-decay", "2026-01-01", 0.06, null)))
                .as("less than half a point")
                .containsExactly(0.0);
    }

    @Test
    void ofOneKindTheHeaviestCounts() {
        assertThat(points(
                        at("2026-06-30"),
                        fact("statements-withheld", "2026-06-30", 0.4, null),
                        fact("statements-withheld", "2026-01-01", 1, null),
                        fact("support-decay", "2026-06-30", 1, null)))
                .containsExactlyInAnyOrder(0.0, 7.5, 8.0);
        assertThat(points(
                        at("2026-01-01"),
                        fact("support-decay", "2026-01-01", 1, null),
                        new DatedFact("support-decay", "again", at("2026-01-01"), "https://b", 1, null, null)))
                .containsExactlyInAnyOrder(0.0, 8.0);
    }

    @Test
    void ofToldRunwaysTheNewestCounts() {
        assertThat(points(
                        at("2026-06-30"),
                        fact("runway-told", "2026-06-30", 1, 30.0),
                        fact("runway-told", "2026-01-01", 1, 6.0)))
                .containsExactly(0.0, 0.0);
    }

    @Test
    void roundsOfLayoffsWithinAYearAddUpAsFarAsTheyAreBelieved() {
        assertThat(points(
                        at("2026-06-30"), fact("layoffs", "2026-06-30", 1, 6.0), fact("layoffs", "2025-07-01", 1, 4.0)))
                .containsExactly(10.0, 0.0);
        assertThat(points(
                        at("2026-06-30"),
                        fact("layoffs", "2026-06-30", 1, 6.0),
                        fact("layoffs", "2025-07-01", 0.5, 4.0)))
                .containsExactly(0.0, 0.0);
        assertThat(points(
                        at("2026-06-30"), fact("layoffs", "2026-06-30", 1, 6.0), fact("layoffs", "2025-06-29", 1, 4.0)))
                .containsExactly(0.0, 0.0);
    }

    @Test
    void aDoubtIsOverOnceItIsAlleviated() {
        DatedFact doubt = fact("going-concern", "2026-01-01", 1, null);
        DatedFact over = fact("going-concern-alleviated", "2026-03-01", 1, null);

        assertThat(points(at("2026-02-28"), doubt, over)).containsExactly(40 * Math.pow(0.5, 58 / 400.0));
        assertThat(points(at("2026-03-01"), doubt, over)).containsExactly(0.0, 0.0);
        assertThat(points(at("2026-03-02"), doubt, over, fact("going-concern", "2026-03-02", 1, null)))
                .containsExactly(40.0, 0.0, 0.0);
    }

    @Test
    void whatHasExpiredOrNotHappenedIsNotThere() {
        DatedFact expiring =
                new DatedFact("support-decay", "k", at("2026-01-01"), "https://a", 1, null, at("2026-02-01"));

        assertThat(points(at("2026-01-31"), expiring)).hasSize(1);
        assertThat(points(at("2026-02-01"), expiring)).isEmpty();
        assertThat(points(at("2025-12-31"), expiring)).isEmpty();
    }

    @Test
    void everyKindHasARationaleAndAPart() {
        assertThat(FactWeights.all()).allSatisfy(weight -> {
            assertThat(weight.rationale()).isNotBlank();
            assertThat(weight.points()).isBetween(0.0, 60.0);
            assertThat(weight.part()).isNotEqualTo(FinancialPart.STATEMENTS);
            assertThat(weight.pointsByAmount().values()).allMatch(points -> points <= weight.points());
            assertThat(FinancialPart.of(weight.signal())).isEqualTo(weight.part());
        });
    }

    private static List<Double> points(Instant now, DatedFact... facts) {
        return FactLedger.of(List.of(facts), now).stream()
                .map(FactLedger.Entry::pointsNow)
                .toList();
    }

    static DatedFact fact(String signal, String day, double confidence, @Nullable Double amount) {
        return new DatedFact(signal, signal + "@" + day, at(day), "https://facts/" + signal, confidence, amount, null);
    }

    /** As bad as it can be, and for long enough. */
    static DatedFact worst(String signal, Instant now) {
        Double amount = switch (FactWeights.of(signal).measure()) {
            case NONE -> null;
            case MONTHS_LEFT, DAYS_LEFT -> 0.0;
            default -> 50.0;
        };
        Instant since = signal.equals("domain-neglect") ? now : now.minus(Duration.ofDays(200));
        return new DatedFact(signal, signal, since, "https://facts/" + signal, 1, amount, null);
    }
}
