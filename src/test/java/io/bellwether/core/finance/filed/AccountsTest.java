package io.bellwether.core.finance.filed;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.finance.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {

    private static final String TODAY = "2025-06-01";

    @Test
    void givesTheLastThreeFiscalYearsOldestFirst() {
        Accounts accounts = Filings.steady().on(TODAY);

        assertThat(accounts.refusal()).isNull();
        assertThat(accounts.years())
                .extracting(year -> year.end().toString())
                .containsExactly("2022-12-31", "2023-12-31", "2024-12-31");
        assertThat(accounts.years().getLast().statement().lines())
                .containsEntry(Line.NET_SALES, 140.0)
                .containsEntry(Line.TOTAL_REVENUE, 140.0)
                .containsEntry(Line.EBIT, 21.0)
                .containsEntry(Line.EBITDA, 28.0)
                .containsEntry(Line.TOTAL_OPERATING_EXPENSES, 112.0)
                .containsEntry(Line.GROSS_PROFIT, 84.0)
                .containsEntry(Line.TOTAL_ASSETS, 220.0)
                .containsEntry(Line.RETAINED_EARNINGS, -44.0)
                .doesNotContainKey(Line.MARKET_VALUE);
        assertThat(accounts.fiscalWindow()).isPresent();
    }

    @Test
    void theYearToTheLastQuarterIsTheLastYearAndThisOneSoFarWithoutTheSamePartOfTheLast() {
        Figure revenue = last(Filings.steady(), FiledItem.REVENUE);

        assertThat(revenue.value()).isEqualTo((140 + 40 - 30) * 1e6);
        assertThat(revenue.flags()).containsExactly(Flag.DERIVED);
        assertThat(revenue.sources())
                .extracting(source -> source.sign() + " " + source.fact().start() + " "
                        + source.fact().end())
                .containsExactly("1 2024-01-01 2024-12-31", "1 2025-01-01 2025-03-31", "-1 2024-01-01 2024-03-31");
    }

    @Test
    void theYearIsTheFiledOneWhereBothEndTogether() {
        Figure revenue =
                Filings.steady().on("2025-03-01").trailing().getLast().figures().get(FiledItem.REVENUE);

        assertThat(revenue.value()).isEqualTo(140e6);
        assertThat(revenue.flags()).isEmpty();
    }

    @Test
    void refusesTheYearToTheLastQuarterWhenAnOperandIsMissing() {
        String quarterBefore = "2024-01-01/2024-03-31";
        Filings filings = Filings.steady().without("us-gaap:Revenues", quarterBefore);
        assertThat(filings.on(TODAY).trailing().getLast().missing())
                .containsEntry(FiledItem.REVENUE, "an operand is missing: the year before, or the same part of it");

        filings.add("us-gaap:Revenues", "2024-01-02/2024-03-31", 30);
        assertThat(filings.on(TODAY).trailing().getLast().figures())
                .as("it began on another day")
                .doesNotContainKey(FiledItem.REVENUE);
    }

    @Test
    void theFourthQuarterIsTheYearWithoutItsFirstNineMonths() {
        Filings filings = Filings.steady().by("10-Q", "2024-11-01").flows("2024-01-01/2024-09-30", 100);

        Figure fourth = quarter(filings.on(TODAY), "2024-12-31").figures().get(FiledItem.REVENUE);
        assertThat(fourth.value()).isEqualTo(40e6);
        assertThat(fourth.flags()).containsExactly(Flag.DERIVED);

        Filings otherStart = Filings.steady().by("10-Q", "2024-11-01").flows("2024-01-05/2024-09-30", 100);
        assertThat(otherStart.on(TODAY).quarters())
                .extracting(quarter -> quarter.end().toString())
                .doesNotContain("2024-12-31");
    }

    @Test
    void cashFlowsOfASecondQuarterAreThoseOfTheHalfWithoutTheFirst() {
        String tag = "us-gaap:NetCashProvidedByUsedInOperatingActivities";
        Filings filings = Filings.steady()
                .by("10-Q", "2025-08-01")
                .balance("2025-06-30", 230)
                .add(tag, "2025-01-01/2025-06-30", 21);

        assertThat(quarter(filings.on("2025-08-02"), "2025-06-30")
                        .figures()
                        .get(FiledItem.OPERATING_CASH_FLOW)
                        .value())
                .isEqualTo(13e6);
    }

    /** The periods end on 31 December 2024 and 31 March 2025. */
    @ParameterizedTest(name = "told for {0}: {1}")
    @CsvSource({"2025-04-25, 7", "2025-06-27, 7", "2025-06-28,", "2025-03-31, 7", "2025-03-30,"})
    void sharesAreThoseOfTheCoverWhereTheBalanceSheetHasNone(String day, @Nullable Double millions) {
        Filings filings = Filings.steady()
                .in("shares")
                .by("10-Q", "2025-06-30")
                .add("dei:EntityCommonStockSharesOutstanding", day, 7);

        Figure shares = filings.on("2025-07-01").trailing().getLast().figures().get(FiledItem.SHARES_OUTSTANDING);

        assertThat(shares == null ? null : shares.value() / 1e6).isEqualTo(millions);
        assertThat(shares != null && shares.flags().contains(Flag.COVER))
                .isEqualTo(millions != null && !day.equals("2025-03-31"));
    }

    @Test
    void ofSeveralCoversTheNextOneCountsAndNoneBesideTheBalanceSheet() {
        Filings filings = Filings.steady()
                .in("shares")
                .by("10-Q", "2025-05-02")
                .add("dei:EntityCommonStockSharesOutstanding", "2025-04-25", 7)
                .by("10-Q/A", "2025-05-20")
                .add("dei:EntityCommonStockSharesOutstanding", "2025-05-15", 9);
        assertThat(last(filings, FiledItem.SHARES_OUTSTANDING).value()).isEqualTo(7e6);

        filings.add("us-gaap:CommonStockSharesOutstanding", "2025-03-31", 6);
        assertThat(last(filings, FiledItem.SHARES_OUTSTANDING).value()).isEqualTo(6e6);
        assertThat(last(filings, FiledItem.SHARES_OUTSTANDING).flags()).isEmpty();
    }

    @Test
    void aQuarterOfNearlyTheWholeYearIsFlagged() {
        Accounts accounts = Filings.steady()
                .by("10-Q", "2025-05-03")
                .add("us-gaap:Revenues", "2025-01-01/2025-03-31", 1_400)
                .on(TODAY);

        assertThat(quarter(accounts, "2025-03-31")
                        .figures()
                        .get(FiledItem.REVENUE)
                        .flags())
                .contains(Flag.MOST_OF_YEAR);
        assertThat(quarter(Filings.steady().on(TODAY), "2025-03-31")
                        .figures()
                        .get(FiledItem.REVENUE)
                        .flags())
                .isEmpty();
    }

    @Test
    void fiscalYearsMayHave52Or53Weeks() {
        Filings filings = new Filings();
        String[] years = {"2021-10-03/2022-10-01", "2022-10-02/2023-09-30", "2023-10-01/2024-10-05"};
        for (String year : years) {
            filings.by("10-K", year.substring(11, 15) + "-11-20")
                    .flows(year, 100)
                    .balance(year.substring(11), 200);
        }
        filings.by("10-Q", "2025-02-01").flows("2024-10-06/2025-01-04", 30).flows("2023-10-01/2023-12-30", 25);
        Accounts accounts = filings.balance("2025-01-04", 210).on("2025-02-02");

        assertThat(accounts.fiscalWindow()).isPresent();
        assertThat(accounts.trailing()
                        .getLast()
                        .figures()
                        .get(FiledItem.REVENUE)
                        .value())
                .isEqualTo(105e6);
    }

    @Test
    void aYearThatIsMissingEndsTheRow() {
        Filings filings = Filings.steady();
        for (String tag : List.of(
                "us-gaap:Revenues", "us-gaap:NetIncomeLoss", "us-gaap:NetCashProvidedByUsedInOperatingActivities")) {
            filings.without(tag, "2023-01-01/2023-12-31");
        }

        assertThat(filings.on(TODAY).years())
                .extracting(year -> year.end().toString())
                .containsExactly("2024-12-31");
        assertThat(filings.on(TODAY).fiscalWindow()).isEmpty();
    }

    @Test
    void figuresOfAQuarterlyFilerAreFreshFor200DaysOthersFor480() {
        assertThat(Filings.steady().on("2025-10-17").stale()).isFalse();
        Accounts old = Filings.steady().on("2025-10-18");
        assertThat(old.stale()).isTrue();
        assertThat(old.trailing()
                        .getLast()
                        .figures()
                        .get(FiledItem.TOTAL_ASSETS)
                        .flags())
                .contains(Flag.STALE);
        assertThat(old.years().getLast().figures().get(FiledItem.TOTAL_ASSETS).flags())
                .doesNotContain(Flag.STALE);

        Filings foreign =
                Filings.steady().each(fact -> fact.form().equals("10-Q") ? as(fact, "6-K") : as(fact, "20-F"));
        assertThat(foreign.on("2026-07-24").stale()).isFalse();
        assertThat(foreign.on("2026-07-25").stale()).isTrue();
    }

    @Test
    void withoutAnAnnualReportThereIsNothing() {
        Accounts nothing = Accounts.of(List.of(), LocalDate.parse(TODAY));

        assertThat(nothing.refusal()).isEqualTo("no annual report with figures is known");
        assertThat(nothing.years()).isEmpty();
        assertThat(nothing.trailing()).isEmpty();
        assertThat(nothing.stale()).isFalse();
        assertThat(Filings.steady().each(fact -> as(fact, "8-K")).on(TODAY).refusal())
                .isNotNull();
    }

    /** Whatever was filed later, and in whatever order it comes, changes nothing of a day before. */
    @RepeatedTest(30)
    void noDayKnowsWhatWasFiledAfterIt(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        LocalDate day = LocalDate.parse("2023-01-01").plusDays(random.nextInt(900));
        List<FiledFact> facts = new ArrayList<>(Filings.steady().facts());
        for (FiledFact fact : Filings.steady().facts()) {
            if (random.nextInt(3) == 0) {
                facts.add(restated(fact, random));
            }
        }
        Accounts expected = Accounts.of(
                facts.stream().filter(fact -> !fact.filed().isAfter(day)).toList(), day);
        Collections.shuffle(facts, random);

        assertThat(Accounts.of(facts, day)).isEqualTo(expected);
        assertThat(Accounts.of(FiledFact.withoutRepeats(facts), day).years())
                .extracting(PeriodStatement::statement)
                .isEqualTo(expected.years().stream()
                        .map(PeriodStatement::statement)
                        .toList());
    }

    @RepeatedTest(30)
    void aFigureIsTheSumOfItsSources(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Filings filings = Filings.steady().each(fact -> random.nextInt(4) == 0 ? restated(fact, random) : fact);
        Accounts accounts = filings.on("2026-01-01");

        List<Figure> figures = new ArrayList<>();
        accounts.years().forEach(year -> figures.addAll(year.figures().values()));
        accounts.trailing().forEach(year -> figures.addAll(year.figures().values()));
        accounts.quarters().forEach(quarter -> figures.addAll(quarter.figures().values()));
        assertThat(figures)
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.value())
                        .isEqualTo(figure.sources().stream()
                                .mapToDouble(
                                        source -> source.sign() * source.fact().value())
                                .sum()));
    }

    private static FiledFact restated(FiledFact fact, Random random) {
        return new FiledFact(
                fact.tag(),
                fact.unit(),
                fact.start(),
                fact.end(),
                fact.value() + random.nextInt(1_000),
                "0000004711-26-%06d".formatted(random.nextInt(1_000_000)),
                fact.form(),
                fact.filed().plusDays(random.nextInt(400)));
    }

    private static FiledFact as(FiledFact fact, String form) {
        return new FiledFact(
                fact.tag(), fact.unit(), fact.start(), fact.end(), fact.value(), fact.accession(), form, fact.filed());
    }

    private static Figure last(Filings filings, FiledItem item) {
        return filings.on(TODAY).trailing().getLast().figures().get(item);
    }

    private static Quarter quarter(Accounts accounts, String end) {
        return accounts.quarters().stream()
                .filter(quarter -> quarter.end().toString().equals(end))
                .findFirst()
                .orElseThrow();
    }
}
