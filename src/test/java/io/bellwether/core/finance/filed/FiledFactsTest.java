package io.bellwether.core.finance.filed;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.finance.Line;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad and contradictory filings. */
class FiledFactsTest {

    private static final String TODAY = "2025-06-01";
    private static final String YEAR = "2024-01-01/2024-12-31";

    @Test
    void theNewestFilingOfAFigureCountsAndTheEarlierOnesAreRemembered() {
        Filings filings = Filings.steady().by("10-K/A", "2025-04-01").add("us-gaap:Revenues", YEAR, 130);

        Figure today = sales(filings.on(TODAY));
        assertThat(today.value()).isEqualTo(130e6);
        assertThat(today.flags()).containsExactly(Flag.RESTATED);
        assertThat(today.sources().getFirst().earlier())
                .extracting(FiledFact::value)
                .containsExactly(140e6);

        Figure before = sales(filings.on("2025-03-31"));
        assertThat(before.value()).isEqualTo(140e6);
        assertThat(before.flags()).isEmpty();
    }

    @Test
    void ofOneDayTheHigherNumberIsTheLaterFiling() {
        Filings filings = Filings.steady()
                .by("10-K/A", "2025-04-01")
                .add("us-gaap:Revenues", YEAR, 131)
                .by("10-K/A", "2025-04-01")
                .add("us-gaap:Revenues", YEAR, 132);

        assertThat(sales(filings.on(TODAY)).value()).isEqualTo(132e6);
        assertThat(sales(filings.on(TODAY)).sources().getFirst().earlier()).hasSize(2);
    }

    @Test
    void repeatsOfTheSameValueAreLeftOut() {
        Filings filings = Filings.steady();
        int before = filings.facts().size();
        filings.by("10-K", "2026-02-20").add("us-gaap:Revenues", YEAR, 140);
        assertThat(FiledFact.withoutRepeats(filings.facts())).hasSize(before);

        filings.by("10-K/A", "2026-03-20").add("us-gaap:Revenues", YEAR, 139);
        filings.by("10-K/A", "2026-04-20").add("us-gaap:Revenues", YEAR, 140);
        assertThat(FiledFact.withoutRepeats(filings.facts()))
                .as("there and back again is two restatements")
                .hasSize(before + 2);
    }

    @Test
    void followsACompanyThatChangesItsTags() {
        String tag = "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax";
        Filings filings = Filings.steady()
                .without("us-gaap:Revenues", YEAR)
                .without("us-gaap:Revenues", "2025-01-01/2025-03-31")
                .without("us-gaap:Revenues", "2024-01-01/2024-03-31")
                .by("10-K", "2025-02-20")
                .add(tag, YEAR, 140)
                .by("10-Q", "2025-05-02")
                .add(tag, "2025-01-01/2025-03-31", 40)
                .add(tag, "2024-01-01/2024-03-31", 30);

        Accounts accounts = filings.on(TODAY);
        assertThat(accounts.trailing()
                        .getLast()
                        .figures()
                        .get(FiledItem.REVENUE)
                        .value())
                .isEqualTo(150e6);
        assertThat(accounts.years())
                .extracting(year -> year.figures().get(FiledItem.REVENUE).value())
                .as("years before the change are under the old tag")
                .containsExactly(100e6, 120e6, 140e6);
    }

    @Test
    void prefersTheTotalWhereBothTagsSpeakOfTheSamePeriod() {
        Filings filings = Filings.steady()
                .by("10-K", "2025-02-20")
                .add("us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax", YEAR, 90);

        assertThat(sales(filings.on("2025-03-01")).value()).isEqualTo(140e6);
    }

    @Test
    void neverMixesTagsInOneDerivation() {
        Filings filings = Filings.steady()
                .without("us-gaap:Revenues", "2024-01-01/2024-03-31")
                .by("10-Q", "2025-05-02")
                .add("us-gaap:SalesRevenueNet", "2024-01-01/2024-03-31", 30);

        assertThat(filings.on(TODAY).trailing().getLast().figures()).doesNotContainKey(FiledItem.REVENUE);
    }

    @ParameterizedTest(name = "{0} {1} of {2} is dropped as {3}")
    @CsvSource({
        "us-gaap:Assets, 2030-12-31, 500, FUTURE",
        "us-gaap:Revenues, 2025-01-01/2025-12-31, 500, FUTURE",
        "us-gaap:Revenues, 2024-01-01/2024-05-31, 500, ODD_LENGTH",
        "us-gaap:Revenues, 2024-12-31/2024-01-01, 500, ODD_LENGTH",
        "us-gaap:Assets, 2024-12-31, -500, NEGATIVE"
    })
    void leavesOutWhatCannotBe(String tag, String period, double value, Dropped reason) {
        Accounts accounts = Filings.steady()
                .by("10-K/A", "2025-05-20")
                .add(tag, period, value)
                .on(TODAY);

        assertThat(accounts.dropped()).containsOnlyKeys(reason).containsEntry(reason, 1);
        assertThat(accounts.years()).isEqualTo(Filings.steady().on(TODAY).years());
    }

    @Test
    void aCompanyThatReportsInAnotherCurrencyIsRefused() {
        Accounts accounts = Filings.steady()
                .each(fact -> new FiledFact(
                        fact.tag(),
                        "EUR",
                        fact.start(),
                        fact.end(),
                        fact.value(),
                        fact.accession(),
                        fact.form(),
                        fact.filed()))
                .on(TODAY);

        assertThat(accounts.currency()).isEqualTo("EUR");
        assertThat(accounts.refusal()).isEqualTo("it reports in EUR, which is not converted");
        assertThat(accounts.years()).isEmpty();
        assertThat(accounts.dropped()).containsKey(Dropped.OTHER_UNIT);
    }

    @Test
    void figuresInAnotherCurrencyBesideDollarsAreNotMixedIn() {
        Filings filings = Filings.steady();
        filings.by("10-K", "2025-02-21").in("EUR").add("us-gaap:Assets", "2024-12-31", 1);

        assertThat(filings.on(TODAY).currency()).isEqualTo("USD");
        assertThat(filings.on(TODAY).years())
                .isEqualTo(Filings.steady().on(TODAY).years());
    }

    @Test
    void nothingIsJudgedByABalanceSheetThatDoesNotBalance() {
        PeriodStatement year = lastYear(
                Filings.steady().by("10-K/A", "2025-05-20").add("us-gaap:StockholdersEquity", "2024-12-31", 113));
        assertThat(year.figures().get(FiledItem.TOTAL_ASSETS).flags()).contains(Flag.UNBALANCED);
        assertThat(year.statement().lines())
                .doesNotContainKeys(Line.TOTAL_ASSETS, Line.TOTAL_LIABILITIES)
                .containsKey(Line.CURRENT_ASSETS);

        PeriodStatement nearly = lastYear(
                Filings.steady().by("10-K/A", "2025-05-20").add("us-gaap:StockholdersEquity", "2024-12-31", 112));
        assertThat(nearly.figures().get(FiledItem.TOTAL_ASSETS).usable()).isTrue();
    }

    @Test
    void whatIsBetweenDebtAndEquityBelongsToTheBalance() {
        PeriodStatement year = lastYear(Filings.steady()
                .by("10-K/A", "2025-05-20")
                .add("us-gaap:StockholdersEquity", "2024-12-31", 60)
                .add("us-gaap:RedeemableNoncontrollingInterestEquityCarryingAmount", "2024-12-31", 50));

        assertThat(year.figures().get(FiledItem.TOTAL_ASSETS).flags()).doesNotContain(Flag.UNBALANCED);
    }

    @Test
    void aPartIsNotLargerThanTheWhole() {
        PeriodStatement year =
                lastYear(Filings.steady().by("10-K/A", "2025-05-20").add("us-gaap:AssetsCurrent", "2024-12-31", 221));

        assertThat(year.figures().get(FiledItem.CURRENT_ASSETS).flags()).contains(Flag.MORE_THAN_WHOLE);
        assertThat(year.statement().lines()).doesNotContainKeys(Line.CURRENT_ASSETS, Line.TOTAL_ASSETS);
    }

    /** The assets are 220 millions. */
    @ParameterizedTest(name = "income {0}, cash flow {1}: {2}")
    @CsvSource({
        "-111, 111, true",
        "111, -111, true",
        "-111, 110, false",
        "-110, 111, false",
        "-111, -111, false",
        "111, 111, false",
    })
    void aLargeLossWithALargeInflowCannotBeTrueTogether(double income, double cashFlow, boolean contradictory) {
        PeriodStatement year = lastYear(Filings.steady()
                .by("10-K/A", "2025-05-20")
                .add("us-gaap:NetIncomeLoss", "2024-01-01/2024-12-31", income)
                .add("us-gaap:NetCashProvidedByUsedInOperatingActivities", "2024-01-01/2024-12-31", cashFlow));

        for (FiledItem item : List.of(FiledItem.NET_INCOME, FiledItem.OPERATING_CASH_FLOW)) {
            Figure figure = year.figures().get(item);
            assertThat(figure.flags().contains(Flag.CONTRADICTORY)).isEqualTo(contradictory);
            assertThat(figure.usable()).isEqualTo(!contradictory);
        }
    }

    @Test
    void liabilitiesAreWhatIsNotEquityWhereTheyAreNotStated() {
        Filings filings = Filings.steady()
                .without("us-gaap:Liabilities")
                .by("10-K", "2025-02-20")
                .add("us-gaap:LiabilitiesAndStockholdersEquity", "2024-12-31", 220);
        Figure liabilities = lastYear(filings).figures().get(FiledItem.TOTAL_LIABILITIES);

        assertThat(liabilities.value()).isEqualTo(110e6);
        assertThat(liabilities.flags()).containsExactly(Flag.DERIVED);
    }

    @Test
    void whoNeverStatesInventoryHasNoneAndWhoOnceDidIsNotGuessedAt() {
        assertThat(lastYear(Filings.steady()).figures().get(FiledItem.INVENTORY))
                .isEqualTo(Figure.NONE);

        PeriodStatement unknown =
                lastYear(Filings.steady().by("10-K", "2023-02-20").add("us-gaap:InventoryNet", "2022-12-31", 1));
        assertThat(unknown.figures()).doesNotContainKey(FiledItem.INVENTORY);
        assertThat(unknown.missing()).containsEntry(FiledItem.INVENTORY, "not filed for 2024-12-31");

        PeriodStatement unclassified = lastYear(Filings.steady().without("us-gaap:AssetsCurrent"));
        assertThat(unclassified.missing())
                .containsEntry(FiledItem.INVENTORY, "never filed under a tag that is known")
                .containsEntry(FiledItem.CURRENT_ASSETS, "never filed under a tag that is known");
    }

    @Test
    void theCoverOfTheAnnualReportTellsASlowMarketValue() {
        Filings filings = Filings.steady()
                .by("10-K", "2024-02-20")
                .add("dei:EntityPublicFloat", "2023-06-30", 700)
                .by("10-K", "2025-02-20")
                .add("dei:EntityPublicFloat", "2024-06-30", 900);

        Figure market = lastYear(filings).figures().get(FiledItem.PUBLIC_FLOAT);
        assertThat(market.value()).isEqualTo(900e6);
        assertThat(market.flags()).containsExactly(Flag.PUBLIC_FLOAT);
        assertThat(filings.on(TODAY)
                        .years()
                        .get(1)
                        .figures()
                        .get(FiledItem.PUBLIC_FLOAT)
                        .value())
                .isEqualTo(700e6);
        assertThat(filings.on(TODAY).years().getFirst().figures())
                .as("one of after the year is not taken for it")
                .doesNotContainKey(FiledItem.PUBLIC_FLOAT);
    }

    @Test
    void readsCompaniesThatReportByInternationalStandards() {
        Filings filings = new Filings();
        for (int year = 2022; year <= 2024; year++) {
            String period = year + "-01-01/" + year + "-12-31";
            String day = year + "-12-31";
            filings.by("20-F", year + 1 + "-04-01")
                    .add("ifrs-full:Revenue", period, 100)
                    .add("ifrs-full:CostOfSales", period, 40)
                    .add("ifrs-full:ProfitLossBeforeTax", period, 12)
                    .add("ifrs-full:FinanceCosts", period, 3)
                    .add("ifrs-full:ProfitLoss", period, 9)
                    .add("ifrs-full:AdjustmentsForDepreciationAndAmortisationExpense", period, 5)
                    .add("ifrs-full:CashFlowsFromUsedInOperatingActivities", period, 20)
                    .add("ifrs-full:Assets", day, 200)
                    .add("ifrs-full:CurrentAssets", day, 120)
                    .add("ifrs-full:CurrentLiabilities", day, 60)
                    .add("ifrs-full:Liabilities", day, 100)
                    .add("ifrs-full:Equity", day, 100)
                    .add("ifrs-full:TradeAndOtherCurrentReceivables", day, 20);
        }
        Accounts accounts = filings.on(TODAY);

        assertThat(lastYear(filings).statement().lines())
                .containsEntry(Line.EBIT, 15.0)
                .containsEntry(Line.EBITDA, 20.0)
                .containsEntry(Line.GROSS_PROFIT, 60.0);
        assertThat(accounts.fiscalWindow()).isPresent();
    }

    @Test
    void knowsEveryTagByItsTaxonomy() {
        assertThat(FiledItem.allTags()).allMatch(tag -> tag.matches("(us-gaap|ifrs-full|dei):[A-Z][A-Za-z]+"));
        assertThat(List.of(FiledItem.values())).extracting(FiledItem::key).doesNotHaveDuplicates();
    }

    private static PeriodStatement lastYear(Filings filings) {
        return filings.on(TODAY).years().getLast();
    }

    private static Figure sales(Accounts accounts) {
        return accounts.years().getLast().figures().get(FiledItem.REVENUE);
    }
}
