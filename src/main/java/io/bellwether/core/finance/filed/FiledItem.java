package io.bellwether.core.finance.filed;

import io.bellwether.core.finance.Line;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a company's filings, with the ways to come by it in the order of preference. Tags are those of the US-GAAP,
 * IFRS and DEI taxonomies.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its lists and sets are unmodifiable.
public enum FiledItem {
    REVENUE(
            Kind.FLOW,
            Line.NET_SALES,
            Recipe.of("us-gaap:Revenues"),
            Recipe.of("us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax"),
            Recipe.of("us-gaap:RevenueFromContractWithCustomerIncludingAssessedTax"),
            Recipe.of("us-gaap:SalesRevenueNet"),
            Recipe.of("ifrs-full:Revenue")),
    COST_OF_REVENUE(
            Kind.FLOW,
            Line.COST_OF_GOODS_SOLD,
            Recipe.of("us-gaap:CostOfRevenue"),
            Recipe.of("us-gaap:CostOfGoodsAndServicesSold"),
            Recipe.of("us-gaap:CostOfGoodsSold"),
            Recipe.of("ifrs-full:CostOfSales")),
    GROSS_PROFIT(
            Kind.FLOW,
            Line.GROSS_PROFIT,
            Recipe.of("us-gaap:GrossProfit"),
            Recipe.of("us-gaap:Revenues").minus("us-gaap:CostOfRevenue"),
            Recipe.of("us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax")
                    .minus("us-gaap:CostOfRevenue"),
            Recipe.of("ifrs-full:GrossProfit"),
            Recipe.of("ifrs-full:Revenue").minus("ifrs-full:CostOfSales")),
    OPERATING_INCOME(
            Kind.FLOW,
            Line.EBIT,
            Recipe.of("us-gaap:OperatingIncomeLoss"),
            Recipe.of("us-gaap:Revenues").minus("us-gaap:CostsAndExpenses"),
            Recipe.of("us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax")
                    .minus("us-gaap:CostsAndExpenses"),
            Recipe.of(
                            "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest")
                    .plus("us-gaap:InterestExpense"),
            Recipe.of(
                            "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments")
                    .plus("us-gaap:InterestExpense"),
            Recipe.of("ifrs-full:ProfitLossFromOperatingActivities"),
            Recipe.of("ifrs-full:ProfitLossBeforeTax").plus("ifrs-full:FinanceCosts")),
    NET_INCOME(
            Kind.FLOW,
            Line.NET_INCOME,
            Recipe.of("us-gaap:NetIncomeLoss"),
            Recipe.of("us-gaap:ProfitLoss"),
            Recipe.of("ifrs-full:ProfitLossAttributableToOwnersOfParent"),
            Recipe.of("ifrs-full:ProfitLoss")),
    DEPRECIATION_AND_AMORTIZATION(
            Kind.FLOW,
            Line.DEPRECIATION_AND_AMORTIZATION,
            Recipe.of("us-gaap:DepreciationDepletionAndAmortization"),
            Recipe.of("us-gaap:DepreciationAmortizationAndAccretionNet"),
            Recipe.of("us-gaap:DepreciationAndAmortization"),
            Recipe.of("us-gaap:Depreciation").plus("us-gaap:AmortizationOfIntangibleAssets"),
            Recipe.of("ifrs-full:AdjustmentsForDepreciationAndAmortisationExpense"),
            Recipe.of("ifrs-full:DepreciationAndAmortisationExpense")),
    /** What employees got in shares: it lowers earnings and costs no money. */
    SHARE_BASED_COMPENSATION(
            Kind.FLOW,
            "shareBasedCompensation",
            Recipe.of("us-gaap:ShareBasedCompensation"),
            Recipe.of("ifrs-full:AdjustmentsForSharebasedPayments")),
    RESTRUCTURING(
            Kind.FLOW,
            "restructuring",
            Recipe.of("us-gaap:RestructuringCharges"),
            Recipe.of("ifrs-full:ExpenseOfRestructuringActivities")),
    /** Of what it owned and had bought dear. */
    IMPAIRMENT(
            Kind.FLOW,
            "impairment",
            Recipe.of("us-gaap:AssetImpairmentCharges"),
            Recipe.of("us-gaap:GoodwillImpairmentLoss"),
            Recipe.of("ifrs-full:ImpairmentLossRecognisedInProfitOrLoss")),
    OPERATING_CASH_FLOW(
            Kind.FLOW,
            Line.OPERATING_CASH_FLOW,
            Recipe.of("us-gaap:NetCashProvidedByUsedInOperatingActivities"),
            Recipe.of("us-gaap:NetCashProvidedByUsedInOperatingActivitiesContinuingOperations"),
            Recipe.of("ifrs-full:CashFlowsFromUsedInOperatingActivities")),
    CAPITAL_EXPENDITURE(
            Kind.FLOW,
            Line.CAPITAL_EXPENDITURE,
            Recipe.of("us-gaap:PaymentsToAcquirePropertyPlantAndEquipment")
                    .plusAny("us-gaap:PaymentsToDevelopSoftware"),
            Recipe.of("us-gaap:PaymentsToAcquireProductiveAssets"),
            Recipe.of("ifrs-full:PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities")),
    TOTAL_ASSETS(Kind.AMOUNT, Line.TOTAL_ASSETS, Recipe.of("us-gaap:Assets"), Recipe.of("ifrs-full:Assets")),
    CURRENT_ASSETS(
            Kind.AMOUNT, Line.CURRENT_ASSETS, Recipe.of("us-gaap:AssetsCurrent"), Recipe.of("ifrs-full:CurrentAssets")),
    CURRENT_LIABILITIES(
            Kind.AMOUNT,
            Line.TOTAL_CURRENT_LIABILITIES,
            Recipe.of("us-gaap:LiabilitiesCurrent"),
            Recipe.of("ifrs-full:CurrentLiabilities")),
    TOTAL_LIABILITIES(
            Kind.AMOUNT,
            Line.TOTAL_LIABILITIES,
            Recipe.of("us-gaap:Liabilities"),
            Recipe.of("us-gaap:LiabilitiesAndStockholdersEquity")
                    .minus(
                            "us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest",
                            "us-gaap:StockholdersEquity")
                    .minusAny(
                            "us-gaap:TemporaryEquityCarryingAmountIncludingPortionAttributableToNoncontrollingInterests",
                            "us-gaap:TemporaryEquityCarryingAmountAttributableToParent",
                            "us-gaap:RedeemableNoncontrollingInterestEquityCarryingAmount"),
            Recipe.of("ifrs-full:Liabilities"),
            Recipe.of("ifrs-full:EquityAndLiabilities").minus("ifrs-full:Equity")),
    /** With the shares of others in subsidiaries, and what is between equity and debt. */
    EQUITY(
            Kind.BALANCE,
            "equity",
            Recipe.of("us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest")
                    .plusAny(
                            "us-gaap:TemporaryEquityCarryingAmountIncludingPortionAttributableToNoncontrollingInterests",
                            "us-gaap:TemporaryEquityCarryingAmountAttributableToParent",
                            "us-gaap:RedeemableNoncontrollingInterestEquityCarryingAmount"),
            Recipe.of("us-gaap:StockholdersEquity")
                    .plusAny("us-gaap:MinorityInterest")
                    .plusAny(
                            "us-gaap:TemporaryEquityCarryingAmountIncludingPortionAttributableToNoncontrollingInterests",
                            "us-gaap:TemporaryEquityCarryingAmountAttributableToParent",
                            "us-gaap:RedeemableNoncontrollingInterestEquityCarryingAmount"),
            Recipe.of("ifrs-full:Equity")),
    CASH_AND_EQUIVALENTS(
            Kind.AMOUNT,
            "cashAndEquivalents",
            Recipe.of("us-gaap:CashAndCashEquivalentsAtCarryingValue"),
            Recipe.of("us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"),
            Recipe.of("ifrs-full:CashAndCashEquivalents")),
    CASH(
            Kind.AMOUNT,
            Line.CASH,
            Recipe.of("us-gaap:CashAndCashEquivalentsAtCarryingValue")
                    .plusAny(
                            "us-gaap:ShortTermInvestments",
                            "us-gaap:MarketableSecuritiesCurrent",
                            "us-gaap:AvailableForSaleSecuritiesDebtSecuritiesCurrent"),
            Recipe.of("us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents")
                    .plusAny(
                            "us-gaap:ShortTermInvestments",
                            "us-gaap:MarketableSecuritiesCurrent",
                            "us-gaap:AvailableForSaleSecuritiesDebtSecuritiesCurrent"),
            Recipe.of("ifrs-full:CashAndCashEquivalents")),
    RECEIVABLES(
            Kind.AMOUNT,
            Line.TOTAL_RECEIVABLES,
            Recipe.of("us-gaap:AccountsReceivableNetCurrent"),
            Recipe.of("us-gaap:ReceivablesNetCurrent"),
            Recipe.of("us-gaap:AccountsNotesAndLoansReceivableNetCurrent"),
            Recipe.of("ifrs-full:TradeAndOtherCurrentReceivables")),
    INVENTORY(Kind.AMOUNT, Line.INVENTORY, Recipe.of("us-gaap:InventoryNet"), Recipe.of("ifrs-full:Inventories")),
    LONG_TERM_DEBT(
            Kind.AMOUNT,
            Line.TOTAL_LONG_TERM_DEBT,
            Recipe.of("us-gaap:LongTermDebtNoncurrent"),
            Recipe.of("us-gaap:LongTermDebtAndCapitalLeaseObligations"),
            Recipe.of("us-gaap:ConvertibleDebtNoncurrent"),
            Recipe.of("us-gaap:ConvertibleLongTermNotesPayable"),
            Recipe.of("us-gaap:ConvertibleNotesPayableNoncurrent"),
            Recipe.of("us-gaap:LongTermDebt").minusAny("us-gaap:LongTermDebtCurrent"),
            Recipe.of("us-gaap:ConvertibleNotesPayable"),
            Recipe.of("ifrs-full:LongtermBorrowings"),
            Recipe.of("ifrs-full:NoncurrentPortionOfNoncurrentBorrowings")),
    /** Within a year. */
    DEBT_DUE(
            Kind.AMOUNT,
            Line.DEBT_DUE,
            Recipe.of("us-gaap:DebtCurrent"),
            Recipe.of("us-gaap:LongTermDebtCurrent").plusAny("us-gaap:ShortTermBorrowings"),
            Recipe.of("us-gaap:ConvertibleNotesPayableCurrent"),
            Recipe.of("us-gaap:ConvertibleDebtCurrent"),
            Recipe.of("us-gaap:LongTermDebtMaturitiesRepaymentsOfPrincipalInNextTwelveMonths"),
            Recipe.of("ifrs-full:ShorttermBorrowings").plusAny("ifrs-full:CurrentPortionOfLongtermBorrowings")),
    /** In the year after the next. */
    DEBT_DUE_LATER(
            Kind.AMOUNT,
            "debtDueInSecondYear",
            Recipe.of("us-gaap:LongTermDebtMaturitiesRepaymentsOfPrincipalInYearTwo")),
    RETAINED_EARNINGS(
            Kind.BALANCE,
            Line.RETAINED_EARNINGS,
            Recipe.of("us-gaap:RetainedEarningsAccumulatedDeficit"),
            Recipe.of("us-gaap:RetainedEarningsUnappropriated"),
            Recipe.of("ifrs-full:RetainedEarnings")),
    DEFERRED_REVENUE(
            Kind.AMOUNT,
            Line.DEFERRED_REVENUE,
            Recipe.of("us-gaap:ContractWithCustomerLiabilityCurrent"),
            Recipe.of("us-gaap:DeferredRevenueCurrent"),
            Recipe.of("ifrs-full:CurrentContractLiabilities")),
    /** What customers have signed for and it still has to do, paid or not. */
    BACKLOG(Kind.AMOUNT, "remainingPerformanceObligation", Recipe.of("us-gaap:RevenueRemainingPerformanceObligation")),
    SHARES_OUTSTANDING(
            Kind.AMOUNT,
            Line.SHARES_OUTSTANDING,
            Recipe.of("us-gaap:CommonStockSharesOutstanding"),
            Recipe.of("us-gaap:CommonStockSharesIssued"),
            Recipe.of("dei:EntityCommonStockSharesOutstanding"),
            Recipe.of("ifrs-full:NumberOfSharesOutstanding")),
    /** What of its shares is in the public's hands, in the middle of the fiscal year. */
    PUBLIC_FLOAT(Kind.AMOUNT, Line.MARKET_VALUE, Recipe.of("dei:EntityPublicFloat"));

    private enum Kind {
        /** Of a period. */
        FLOW,
        /** At the end of a day. */
        BALANCE,
        /** At the end of a day, and never below zero. */
        AMOUNT
    }

    private static final Set<String> NEVER_NEGATIVE = Arrays.stream(values())
            .filter(item -> item.kind == Kind.AMOUNT)
            .flatMap(item -> item.recipes.stream().filter(Recipe::single).flatMap(Recipe::tags))
            .collect(Collectors.toUnmodifiableSet());

    private final Kind kind;
    private final String key;
    private final @Nullable Line line;
    private final List<Recipe> recipes;
    private final Set<String> tags;

    FiledItem(Kind kind, Line line, Recipe... recipes) {
        this(kind, line.key(), line, recipes);
    }

    FiledItem(Kind kind, String key, Recipe... recipes) {
        this(kind, key, null, recipes);
    }

    FiledItem(Kind kind, String key, @Nullable Line line, Recipe... recipes) {
        this.kind = kind;
        this.key = key;
        this.line = line;
        this.recipes = List.of(recipes);
        this.tags = this.recipes.stream().flatMap(Recipe::tags).collect(Collectors.toUnmodifiableSet());
    }

    /** The tags that are of any use. */
    public static Set<String> allTags() {
        return Arrays.stream(values()).flatMap(item -> item.tags.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The line of a statement that it is; null for what only checks others, or is context that nothing is computed of. */
    @Nullable Line line() {
        return line;
    }

    /** Its name in the API: that of its line where there is one. */
    public String key() {
        return key;
    }

    boolean isFlow() {
        return kind == Kind.FLOW;
    }

    Set<String> tags() {
        return tags;
    }

    static boolean isNeverNegative(String tag) {
        return NEVER_NEGATIVE.contains(tag);
    }

    /** The way whose newest period is the latest comes first: companies change their tags, and leave the old ones standing. */
    List<Recipe> byRecency(FiledFacts facts) {
        return recipes.stream()
                .sorted(Comparator.comparing((Recipe recipe) -> recipe.newest(facts))
                        .reversed())
                .toList();
    }

    boolean everFiled(FiledFacts facts) {
        return recipes.stream().flatMap(Recipe::neededTags).anyMatch(facts::has);
    }

    /** The last day on which anything of it is stated. */
    Stream<LocalDate> ends(FiledFacts facts) {
        return tags.stream().flatMap(tag -> facts.spans(tag).stream()).map(Span::end);
    }
}
