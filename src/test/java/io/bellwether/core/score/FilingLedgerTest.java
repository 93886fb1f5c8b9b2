package io.bellwether.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingLedgerTest {

    @ParameterizedTest
    @CsvSource({
        "filing-8k-2.04, 2026-01-01, 45",
        "filing-8k-2.04, 2026-06-30, 22.5",
        "filing-8k-2.04, 2026-12-27, 11.25",
        "filing-8k-4.02, 2027-01-01, 17.5",
        "filing-8k-3.01, 2026-06-30, 12.5",
        "filing-8k-2.05, 2026-01-01, 15",
        "filing-8k-2.06, 2026-01-01, 12",
        "filing-8k-4.01, 2026-01-01, 10",
        "filing-8k-1.02, 2026-01-01, 8",
        "filing-8k-5.02, 2026-01-01, 3",
        "filing-nt-10-k, 2026-09-28, 12.5",
        "filing-nt-10-q, 2026-01-01, 18",
        "filing-going-concern, 2027-02-05, 20",
        "filing-overdue, 2028-01-01, 30",
        "filing-going-concern-alleviated, 2026-01-01, 0",
        "filing-8k-1.01, 2026-01-01, 0",
        "filing-8k-1.05, 2026-01-01, 0",
        "filing-10-k, 2026-01-01, 0",
        "filing-defm14a, 2026-01-01, 0",
        "filing-something-new, 2026-01-01, 0",
    })
    void aFilingOnTheFirstOfJanuaryWearsOff(String signal, LocalDate on, double left) {
        assertThat(pointsNow(on, filing(signal, "2026-01-01"))).containsExactly(left);
    }

    @Test
    void lessThanHalfAPointIsWornOff() {
        assertThat(pointsNow(LocalDate.parse("2027-07-01"), filing("filing-8k-5.02", "2026-01-01")))
                .containsExactly(0.0);
    }

    @Test
    void aLateReportThatRepeatsCountsDouble() {
        assertThat(weights(filing("filing-nt-10-q", "2026-05-15"), filing("filing-nt-10-k", "2026-03-15")))
                .containsExactly(36.0, 25.0);
        assertThat(weights(filing("filing-nt-10-q", "2026-05-15"), filing("filing-nt-10-k", "2025-03-15")))
                .containsExactly(18.0, 25.0);
    }

    @Test
    void aChangeOfAuditorAfterAWarningCountsThrice() {
        assertThat(weights(filing("filing-8k-4.01", "2026-04-01"), filing("filing-8k-4.02", "2026-01-01")))
                .containsExactly(30.0, 35.0);
        assertThat(weights(filing("filing-8k-4.01", "2026-04-01"), filing("filing-8k-4.02", "2025-11-01")))
                .containsExactly(10.0, 35.0);
        assertThat(weights(filing("filing-8k-4.01", "2026-04-01"), filing("filing-8k-4.02", "2026-04-01")))
                .containsExactly(30.0, 35.0);
    }

    @Test
    void aDoubtAboutGoingOnIsOneHoweverOftenItIsSaid() {
        FilingEvent first = filing("filing-going-concern", "2026-03-01");
        FilingEvent again = filing("filing-going-concern", "2026-05-10");

        assertThat(pointsNow(LocalDate.parse("2026-05-10"), again, first)).containsExactly(40.0, 0.0);
    }

    @Test
    void aDoubtThatIsAlleviatedWeighsNothingUntilItIsRaisedAnew() {
        FilingEvent raised = filing("filing-going-concern", "2026-03-01");
        FilingEvent alleviated = filing("filing-going-concern-alleviated", "2026-05-10");

        assertThat(weights(alleviated, raised)).containsExactly(0.0, 0.0);
        assertThat(weights(filing("filing-going-concern", "2026-05-20"), alleviated, raised))
                .containsExactly(40.0, 0.0, 0.0);
    }

    @Test
    void anOverdueReportWeighsUntilAReportComes() {
        FilingEvent overdue = filing("filing-overdue", "2026-03-31");
        FilingEvent overdueAgain = filing("filing-overdue", "2026-05-25");

        assertThat(pointsNow(LocalDate.parse("2026-12-01"), overdueAgain, overdue))
                .containsExactly(30.0, 0.0);
        assertThat(weights(filing("filing-10-k", "2026-06-01"), overdueAgain, overdue))
                .containsExactly(0.0, 0.0, 0.0);
    }

    @Test
    void departuresTakeAtMostFifteenInHalfAYear() {
        List<FilingEvent> eight = IntStream.rangeClosed(1, 8)
                .mapToObj(month -> filing("filing-8k-5.02", "2026-01-0" + month))
                .toList();

        assertThat(FilingLedger.of(eight, at("2026-02-01")))
                .extracting(FilingLedger.Entry::weight)
                .containsExactly(3.0, 3.0, 3.0, 3.0, 3.0, 0.0, 0.0, 0.0);
    }

    @Test
    void departuresAreNotRaisedInAClusterAndMakeRoomInEachHalfYear() {
        assertThat(weights(
                        filing("filing-8k-2.05", "2026-03-20"),
                        filing("filing-8k-2.06", "2026-03-19"),
                        filing("filing-8k-5.02", "2026-03-18"),
                        filing("filing-8k-3.01", "2026-03-17")))
                .containsExactly(15 * 1.25, 12 * 1.25, 3.0, 25 * 1.25);

        List<FilingEvent> chiefs = Stream.of("2025-07-01", "2025-07-02", "2025-12-20", "2026-01-20", "2026-01-21")
                .map(day -> filing("filing-8k-5.02-chief", day))
                .toList();

        assertThat(FilingLedger.of(chiefs, at("2026-02-01")))
                .as("what is cut takes no place of earlier ones")
                .extracting(FilingLedger.Entry::weight)
                .containsExactly(8.0, 7.0, 0.0, 8.0, 7.0);
    }

    @ParameterizedTest(name = "{0} with its text {1}")
    @CsvSource({
        "filing-8k-5.02, filing-8k-5.02-chief, 8",
        "filing-8k-1.02, filing-8k-1.02-credit, 20",
        "filing-8k-4.01, filing-8k-4.01-resignation, 30",
        "filing-8k-3.01, filing-8k-3.01-voluntary, 10",
        "filing-8k-1.01, filing-8k-1.01-forbearance, 10",
        "filing-8k-2.03, filing-8k-2.03-forbearance, 10",
    })
    void whatTheTextOfAnItemTellsTakesThePlaceOfItsCode(String item, String text, double weight) {
        String code = item.substring("filing-8k-".length());
        FilingEvent coded = keyed(item, "0001#" + code);
        FilingEvent told = keyed(text, "0001#" + code + "~x");
        FilingEvent other = keyed(item, "0002#" + code);

        assertThat(FilingLedger.of(List.of(coded, told), at("2026-02-01")))
                .extracting(entry -> entry.event().signal(), FilingLedger.Entry::weight)
                .containsExactly(tuple(item, 0.0), tuple(text, weight));
        assertThat(FilingLedger.of(List.of(told, other), at("2026-02-01")))
                .as("of another report the code counts")
                .filteredOn(entry -> entry.event().equals(other))
                .extracting(FilingLedger.Entry::weight)
                .containsExactly(FilingWeights.of(item).points());
    }

    @Test
    void aChiefAndOthersWhoLeaveTakeAtMostFifteenTogether() {
        List<FilingEvent> leaving = List.of(
                filing("filing-8k-5.02-chief", "2026-01-04"),
                filing("filing-8k-5.02", "2026-01-03"),
                filing("filing-8k-5.02-chief", "2026-01-02"),
                filing("filing-8k-5.02", "2026-01-01"));

        assertThat(FilingLedger.of(leaving, at("2026-02-01")))
                .extracting(FilingLedger.Entry::weight)
                .containsExactly(8.0, 3.0, 4.0, 0.0);
    }

    @Test
    void whoLeavesWithATakeoverTakesNoPlaceOfOthers() {
        List<FilingEvent> filings = Stream.of(
                        IntStream.rangeClosed(1, 5).mapToObj(day -> filing("filing-8k-5.02", "2026-06-1" + day)),
                        Stream.of(filing("filing-8k-5.01", "2026-06-10"), filing("filing-8k-2.01", "2026-06-10")),
                        IntStream.rangeClosed(1, 5).mapToObj(day -> filing("filing-8k-5.02", "2026-02-0" + day)))
                .flatMap(each -> each)
                .toList();

        assertThat(FilingLedger.of(filings, at("2026-07-01")))
                .filteredOn(entry -> entry.event().signal().equals("filing-8k-5.02"))
                .extracting(FilingLedger.Entry::weight)
                .containsExactly(0.0, 0.0, 0.0, 0.0, 0.0, 3.0, 3.0, 3.0, 3.0, 3.0);
    }

    @Test
    void anItemAndItsTextAreOneKindOfTrouble() {
        assertThat(FilingLedger.of(
                        List.of(
                                keyed("filing-8k-4.01-resignation", "1#4.01~resignation"),
                                keyed("filing-8k-4.01", "2#4.01"),
                                keyed("filing-8k-1.02", "3#1.02"),
                                keyed("filing-8k-5.02-chief", "4#5.02~chief")),
                        at("2026-02-01")))
                .noneMatch(FilingLedger.Entry::clustered);
    }

    @Test
    void aMoveThatTheCompanyWantsDoesNotMakeItsRemovalCount() {
        FilingEvent removal = filing("filing-25", "2026-03-01");
        FilingEvent notice = keyed("filing-8k-3.01", "1#3.01");
        FilingEvent move = keyed("filing-8k-3.01-voluntary", "1#3.01~voluntary");

        assertThat(FilingLedger.of(List.of(removal, notice), at("2026-03-02")))
                .first()
                .matches(entry -> entry.weight() > 0);
        assertThat(FilingLedger.of(List.of(removal, notice, move), at("2026-03-02")))
                .first()
                .matches(entry -> entry.weight() == 0);
    }

    @Test
    void aRemovalFromListingCountsOnlyForTroubledShares() {
        FilingEvent removal = filing("filing-25-nse", "2026-03-01");

        assertThat(weights(removal)).as("notes that fell due").containsExactly(0.0);
        assertThat(weights(removal, filing("filing-8k-3.01", "2026-02-01")))
                .as("after a listing notice")
                .containsExactly(20.0, 25.0);
        assertThat(weights(filing("filing-8k-2.01", "2026-03-05"), removal, filing("filing-8k-3.01", "2026-02-01")))
                .as("taken over")
                .containsExactly(0.0, 0.0, 25.0);
    }

    @Test
    void threeKindsWithinNinetyDaysWeighAQuarterMore() {
        assertThat(weights(
                        filing("filing-8k-2.05", "2026-03-20"),
                        filing("filing-8k-2.06", "2026-02-01"),
                        filing("filing-8k-3.01", "2026-01-01"),
                        filing("filing-8k-1.02", "2025-06-01")))
                .containsExactly(15 * 1.25, 12 * 1.25, 25 * 1.25, 8.0);
    }

    @Test
    void oneKindAgainAndAgainIsNoCluster() {
        assertThat(weights(
                        filing("filing-8k-2.05", "2026-03-20"),
                        filing("filing-8k-2.05", "2026-03-01"),
                        filing("filing-8k-2.05", "2026-02-01"),
                        filing("filing-8k-1.01", "2026-02-02"),
                        filing("filing-8k-2.06", "2026-02-01")))
                .containsExactly(15.0, 15.0, 0.0, 15.0, 12.0);
    }

    @Test
    void whatHasNotHappenedYetIsNotThere() {
        assertThat(FilingLedger.of(List.of(filing("filing-8k-1.03", "2026-03-02")), at("2026-03-01")))
                .isEmpty();
    }

    @Test
    void everyWeightHasARationale() {
        assertThat(FilingWeights.all()).allSatisfy(weight -> {
            assertThat(weight.rationale()).isNotBlank();
            assertThat(weight.points()).isBetween(0.0, 95.0);
            assertThat(weight.halfLife()).isPositive();
        });
        assertThat(FilingWeights.all())
                .filteredOn(weight -> weight.signal().equals("filing-8k-2.04"))
                .singleElement()
                .satisfies(weight -> assertThat(weight.points()).isCloseTo(45, within(0.0)));
    }

    private static List<Double> weights(FilingEvent... events) {
        return FilingLedger.of(List.of(events), at("2026-06-01")).stream()
                .map(FilingLedger.Entry::weight)
                .toList();
    }

    private static List<Double> pointsNow(LocalDate on, FilingEvent... events) {
        return FilingLedger.of(List.of(events), on.atStartOfDay(ZoneOffset.UTC).toInstant()).stream()
                .map(FilingLedger.Entry::pointsNow)
                .toList();
    }

    static FilingEvent filing(String signal, String day) {
        return new FilingEvent(signal, signal + "@" + day, at(day), "https://registry.example/" + signal);
    }

    private static FilingEvent keyed(String signal, String key) {
        return new FilingEvent(signal, key, at("2026-01-01"), "https://registry.example/" + key);
    }

    static Instant at(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
