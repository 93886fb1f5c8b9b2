package io.bellwether.core.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellwether.core.finance.Scorecard.Term;
import io.bellwether.core.finance.Scorecard.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By a scorecard small enough to be reckoned by hand. */
class CompanyAssessmentTest {

    private static final PercentileScale TENTHS = new PercentileScale(List.of(0.0, 1.0));
    private static final PercentileScale RANKS = new PercentileScale(List.of(-2.0, 0.0, 2.0));
    private static final Term DEBT = new Term(ScorecardInput.LIABILITIES_TO_ASSETS, 2, TENTHS);
    private static final Term EARNINGS = new Term(ScorecardInput.RETURN_ON_ASSETS, -4, TENTHS);
    private static final Term MARKET = new Term(ScorecardInput.MARKET_TO_LIABILITIES, -1, TENTHS);
    private static final Scorecard SCORECARD = new Scorecard(
            "test-1",
            new Variant(0.5, List.of(DEBT, EARNINGS, MARKET), RANKS),
            new Variant(0.25, List.of(DEBT, EARNINGS), RANKS));

    private static final String BOOKS = "totalLiabilities=60 totalAssets=80 netIncome=8 cash=5";

    @Test
    void contributionsAndTheInterceptAddUpToTheScore() {
        RiskScore score = assess(BOOKS).withoutMarketValue();

        assertThat(score).isNotNull();
        assertThat(score.contributions())
                .containsExactly(
                        new RiskScore.Contribution(ScorecardInput.LIABILITIES_TO_ASSETS, 0.5),
                        new RiskScore.Contribution(ScorecardInput.RETURN_ON_ASSETS, 1.6));
        assertThat(score.score()).isCloseTo(0.25 + 0.5 + 1.6, within(1e-12));
        assertThat(score.rank()).isEqualTo(100);
    }

    @Test
    void theMarketValueBelongsToOneVariantOnly() {
        CompanyAssessment without = assess(BOOKS);
        CompanyAssessment with = assess(BOOKS + " marketValue=60");

        assertThat(without.withMarketValue()).isNull();
        assertThat(without.inputs()).doesNotContainKey(ScorecardInput.MARKET_TO_LIABILITIES);
        assertThat(with.withoutMarketValue()).isEqualTo(without.withoutMarketValue());
        assertThat(with.withMarketValue()).isNotNull();
        assertThat(with.withMarketValue().score()).isCloseTo(0.5 + 0.5 + 1.6 + 0.5, within(1e-12));
    }

    @Test
    void theRankSaysWhatShareScoredLess() {
        assertThat(SCORECARD.withoutMarketValue().of(inputs(0.5, 0.6875)))
                .hasValueSatisfying(score -> assertThat(score.rank()).isCloseTo(37.5, within(1e-9)));
    }

    @Test
    void aMissingInputIsNoScore() {
        assertThat(SCORECARD.withoutMarketValue().of(Map.of(ScorecardInput.RETURN_ON_ASSETS, 0.1)))
                .isEmpty();
        CompanyAssessment nothing = assess("cash=5");
        assertThat(nothing.withoutMarketValue()).isNull();
        assertThat(nothing.inputs()).isEmpty();
    }

    @Test
    void namesEveryLineThatTheScorecardLacksOnceAndInOrder() {
        List<String> missing = assess(BOOKS).missing();

        assertThat(missing).isSorted().doesNotHaveDuplicates();
        assertThat(missing)
                .contains("statements/1/marketValue", "statements/2/marketValue", "statements/2/ebitda")
                .doesNotContain("statements/0/marketValue", "statements/2/totalAssets", "statements/0/netIncome");
        assertThat(assess(Arrays.stream(Line.values())
                                .map(line -> line.key() + "=1")
                                .reduce("", (one, other) -> one + " " + other))
                        .missing())
                .isEmpty();
    }

    @Test
    void everyFormulaIsAnsweredWithItsName() {
        CompanyAssessment assessment = assess(BOOKS);

        assertThat(assessment.formulas())
                .extracting(score -> score.formula().key())
                .containsExactly(
                        "altmanZ",
                        "altmanZPrime",
                        "altmanZDoublePrime",
                        "altmanZDoublePrimeWithoutDeferredRevenue",
                        "ohlsonO",
                        "zmijewski",
                        "piotroskiF");
        assertThat(assessment.cash()).isEqualTo(new CashPosition(null, null, null, null, null));
    }

    @Test
    void aLineIsKnownByItsNameAndWhatItCounts() {
        assertThat(Line.find("netSales")).contains(Line.NET_SALES);
        assertThat(Line.find("sales")).isEmpty();
        assertThat(Line.NET_SALES.measure()).isEqualTo(Line.Measure.MONEY);
        assertThat(Line.SHARES_OUTSTANDING.measure()).isEqualTo(Line.Measure.SHARES);
        assertThat(Line.NET_REVENUE_RETENTION.measure()).isEqualTo(Line.Measure.PERCENT);
    }

    @Test
    void aStatementWithALineMoreIsAnother() {
        Statement statement = Companies.statement("cash=5");

        assertThat(statement.with(Line.CASH, 6).get(Line.CASH)).isEqualTo(6);
        assertThat(statement.with(Line.EBIT, 1).lines())
                .containsEntry(Line.CASH, 5.0)
                .containsEntry(Line.EBIT, 1.0);
        assertThat(statement.lines()).containsOnly(Map.entry(Line.CASH, 5.0));
    }

    @Test
    void whatIsAsGoodAsZeroIsDividedByATinyNumberWithItsSign() {
        assertThat(Ratio.of(2, 1e-6)).isEqualTo(2e6);
        assertThat(Ratio.of(2, -1e-6)).isEqualTo(-2e6);
        assertThat(Ratio.of(2, 1e-7)).isEqualTo(2e6);
        assertThat(Ratio.of(2, -1e-7)).isEqualTo(-2e6);
        assertThat(Ratio.of(2, 0)).isEqualTo(2e6);
    }

    private static Map<ScorecardInput, Double> inputs(double debt, double earnings) {
        return Map.of(ScorecardInput.LIABILITIES_TO_ASSETS, debt, ScorecardInput.RETURN_ON_ASSETS, earnings);
    }

    private static CompanyAssessment assess(String lines) {
        return CompanyAssessment.of(SCORECARD, Companies.steady(lines));
    }
}
