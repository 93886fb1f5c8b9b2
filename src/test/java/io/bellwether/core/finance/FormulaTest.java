package io.bellwether.core.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormulaTest {

    /** What a large seller of data storage by subscription filed for the year to April 2025, in millions. */
    private static final String CASH_RICH_LOSSES = """
            totalAssets=8157.407 totalLiabilities=5742.553 currentAssets=4785.974 totalCurrentLiabilities=3030.544
            retainedEarnings=-8214.507 ebit=-1554.695 deferredRevenue=2309.803 netSales=3839.761""";

    private static final String ROUND = """
            totalAssets=100 totalLiabilities=50 currentAssets=60 totalCurrentLiabilities=30 retainedEarnings=20 ebit=10
            netSales=120 marketValue=80 netIncome=5 depreciationAndAmortization=5""";

    @ParameterizedTest(name = "{0} of round figures: {1}, {2}")
    @CsvSource({
        // 1.2 x 0.3 + 1.4 x 0.2 + 3.3 x 0.1 + 0.6 x 1.6 + 0.999 x 1.2
        "ALTMAN_Z, 3.1288, SAFE",
        // 0.717 x 0.3 + 0.847 x 0.2 + 3.107 x 0.1 + 0.42 x 1 + 0.998 x 1.2
        "ALTMAN_Z_PRIVATE, 2.3128, GREY",
        // 6.56 x 0.3 + 3.26 x 0.2 + 6.72 x 0.1 + 1.05 x 1
        "ALTMAN_Z_SERVICES, 4.342, SAFE",
        // -1.32 - 0.407 ln(1e8 / 630) + 6.03 x 0.5 - 1.43 x 0.3 + 0.0757 x 0.5 - 2.37 x 0.05 - 1.83 x 0.2
        "OHLSON_O, -4.0548, SAFE",
        // -4.336 - 4.513 x 0.05 + 5.679 x 0.5 + 0.004 x 2
        "ZMIJEWSKI, -1.71415, SAFE"
    })
    void followsItsPaper(Formula formula, double value, Zone zone) {
        FormulaScore score = formula.of(Companies.steady(ROUND));

        assertThat(score.value()).isCloseTo(value, within(1e-3));
        assertThat(score.zone()).isEqualTo(zone);
        assertThat(score.missing()).isEmpty();
    }

    /** No ratio is one, and there are losses: each term counts with its sign. */
    @ParameterizedTest(name = "{0} of crooked figures: {1}, {2}")
    @CsvSource({
        "ALTMAN_Z, 1.3917, DISTRESS",
        "ALTMAN_Z_PRIVATE, 1.2370375, GREY",
        "ALTMAN_Z_SERVICES, 1.383, GREY",
        "ALTMAN_Z_SUBSCRIPTIONS, 2.121, GREY",
        "OHLSON_O, -1.994455, SAFE",
        "ZMIJEWSKI, -0.555975, SAFE"
    })
    void countsEachTermWithItsSign(Formula formula, double value, Zone zone) {
        FormulaScore score = formula.of(Companies.steady("""
                totalAssets=80 totalLiabilities=50 currentAssets=45 totalCurrentLiabilities=36 retainedEarnings=-12 ebit=6
                netSales=64 marketValue=35 netIncome=-4 depreciationAndAmortization=3 deferredRevenue=9"""));

        assertThat(score.value()).isCloseTo(value, within(1e-6));
        assertThat(score.zone()).isEqualTo(zone);
    }

    @Test
    void ohlsonTakesNothingEarnedForNoLoss() {
        String fixed = " totalAssets=100 totalLiabilities=50 currentAssets=50 totalCurrentLiabilities=50"
                + " depreciationAndAmortization=0";
        double loss = ohlson("netIncome=-10" + fixed, "netIncome=-10" + fixed);
        double nothingNow = ohlson("netIncome=-10" + fixed, "netIncome=0" + fixed);
        double nothingBefore = ohlson("netIncome=0" + fixed, "netIncome=-10" + fixed);

        assertThat(nothingNow - loss).isCloseTo(-2.37 * 0.1 - 1.83 * 0.2 - 0.285 - 0.521, within(1e-9));
        assertThat(nothingBefore - loss).isCloseTo(-0.285 + 0.521, within(1e-9));
    }

    @Test
    void misjudgesWhoIsPaidInAdvance() {
        Window window = Companies.steady(CASH_RICH_LOSSES);

        assertThat(Formula.ALTMAN_Z_SERVICES.of(window).value()).isCloseTo(-2.7103, within(5e-5));
        assertThat(Formula.ALTMAN_Z_SERVICES.of(window).zone()).isEqualTo(Zone.DISTRESS);
        assertThat(Formula.ALTMAN_Z_SUBSCRIPTIONS.of(window).value()).isCloseTo(-0.8529, within(5e-5));
    }

    @Test
    void ohlsonCountsTwoLossesAndDebtBeyondAssets() {
        String fixed = " totalAssets=100 currentAssets=50 totalCurrentLiabilities=50 depreciationAndAmortization=0";
        double oneLoss =
                ohlson("netIncome=10 totalLiabilities=50" + fixed, "netIncome=-10 totalLiabilities=50" + fixed);
        double twoLosses =
                ohlson("netIncome=-10 totalLiabilities=50" + fixed, "netIncome=-10 totalLiabilities=50" + fixed);
        double asMuchDebt =
                ohlson("netIncome=0 totalLiabilities=100" + fixed, "netIncome=0 totalLiabilities=100" + fixed);
        double moreDebt =
                ohlson("netIncome=0 totalLiabilities=101" + fixed, "netIncome=0 totalLiabilities=101" + fixed);

        assertThat(twoLosses - oneLoss).isCloseTo(0.285 - 0.521, within(1e-9));
        assertThat(moreDebt - asMuchDebt).isCloseTo(6.03 / 100 - 1.72, within(1e-9));
    }

    private static double ohlson(String before, String last) {
        Double value = Formula.OHLSON_O.of(Companies.of(before, before, last)).value();
        assertThat(value).isNotNull();
        return value;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            netIncome=10 operatingCashFlow=12 totalLongTermDebt=8  currentAssets=40 grossProfit=60 netSales=110 sharesOutstanding=9  | 9
            netIncome=5  operatingCashFlow=12 totalLongTermDebt=8  currentAssets=40 grossProfit=60 netSales=110 sharesOutstanding=9  | 8
            netIncome=10 operatingCashFlow=10 totalLongTermDebt=8  currentAssets=40 grossProfit=60 netSales=110 sharesOutstanding=9  | 8
            netIncome=10 operatingCashFlow=12 totalLongTermDebt=10 currentAssets=40 grossProfit=60 netSales=110 sharesOutstanding=9  | 8
            netIncome=10 operatingCashFlow=12 totalLongTermDebt=8  currentAssets=30 grossProfit=60 netSales=110 sharesOutstanding=9  | 8
            netIncome=10 operatingCashFlow=12 totalLongTermDebt=8  currentAssets=40 grossProfit=60 netSales=110 sharesOutstanding=10 | 9
            netIncome=10 operatingCashFlow=12 totalLongTermDebt=8  currentAssets=40 grossProfit=60 netSales=110 sharesOutstanding=11 | 8
            netIncome=10 operatingCashFlow=12 totalLongTermDebt=8  currentAssets=40 grossProfit=55 netSales=110 sharesOutstanding=9  | 8
            netIncome=10 operatingCashFlow=12 totalLongTermDebt=8  currentAssets=40 grossProfit=60 netSales=100 sharesOutstanding=9  | 8
            netIncome=0  operatingCashFlow=12 totalLongTermDebt=8  currentAssets=40 grossProfit=60 netSales=110 sharesOutstanding=9  | 7
            netIncome=-1 operatingCashFlow=0  totalLongTermDebt=8  currentAssets=40 grossProfit=60 netSales=110 sharesOutstanding=9  | 6
            netIncome=-9 operatingCashFlow=-8 totalLongTermDebt=12 currentAssets=20 grossProfit=10 netSales=90 sharesOutstanding=12  | 1
            """)
    void piotroskiAsksNineQuestions(String last, double points) {
        String fixed = " totalAssets=100 totalCurrentLiabilities=20";
        String before =
                "netIncome=5 operatingCashFlow=5 totalLongTermDebt=10 currentAssets=30 grossProfit=50 netSales=100"
                        + " sharesOutstanding=10" + fixed;

        assertThat(Formula.PIOTROSKI
                        .of(Companies.of(before, before, last + fixed))
                        .value())
                .isEqualTo(points);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "PIOTROSKI, 2, DISTRESS",
        "PIOTROSKI, 3, GREY",
        "PIOTROSKI, 7, GREY",
        "PIOTROSKI, 8, SAFE",
        "ZMIJEWSKI, 0, SAFE",
        "ZMIJEWSKI, 0.001, DISTRESS",
        "ALTMAN_Z, 1.80, DISTRESS",
        "ALTMAN_Z, 1.81, GREY",
        "ALTMAN_Z, 2.99, GREY",
        "ALTMAN_Z, 3.00, SAFE"
    })
    void drawsTheLinesWhereItsAuthorDid(Formula formula, double value, Zone zone) {
        assertThat(formula.zone(value)).isEqualTo(zone);
    }

    @Test
    void saysWhatItLacks() {
        FormulaScore score = Formula.ALTMAN_Z.of(
                Companies.steady(ROUND.replace("marketValue=80", "").replace("ebit=10", "")));

        assertThat(score.value()).isNull();
        assertThat(score.zone()).isNull();
        assertThat(score.missing()).containsExactly("statements/2/ebit", "statements/2/marketValue");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyItMisjudgesSoftware(Formula formula) {
        assertThat(formula.caveat()).endsWith(".").hasSizeBetween(60, 120);
    }
}
