package io.bellwether.core.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardInputTest {

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "RUNWAY_YEARS, currentAssets=50 inventory=10 totalReceivables=10 ebitda=-15, 2",
        "RUNWAY_YEARS, currentAssets=50 inventory=10 totalReceivables=10 ebitda=0, 20",
        "RUNWAY_YEARS, currentAssets=10 inventory=10 totalReceivables=10 ebitda=-5, -2",
        "DEBT_TO_EBITDA, totalLongTermDebt=40 ebitda=10, 4",
        "DEBT_TO_EBITDA, totalLongTermDebt=40 ebitda=0, 30",
        "DEBT_TO_EBITDA, totalLongTermDebt=40 ebitda=-10, 30",
        "MARKET_TO_LIABILITIES, marketValue=100 totalLiabilities=100, 0",
        "MARKET_TO_LIABILITIES, marketValue=0 totalLiabilities=100, -9.210340",
        "MARKET_TO_LIABILITIES, marketValue=100 totalLiabilities=0, 18.420681",
        "MARKET_TO_LIABILITIES, marketValue=100 totalLiabilities=-0.0000001, -9.210340",
        "LIABILITIES_TO_ASSETS, totalLiabilities=30 totalAssets=40, 0.75",
        "EBITDA_TO_LIABILITIES, ebitda=5 totalLiabilities=20, 0.25",
        "RETURN_ON_ASSETS, netIncome=-5 totalAssets=20, -0.25",
        "CHANGE_OF_MARKET_TO_LIABILITIES, marketValue=7 totalLiabilities=5, 0",
        "LOSS_YEARS, netIncome=0, 0",
        "LOSS_YEARS, netIncome=-0.1, 3",
        "SALES_GROWTH, netSales=0, 0",
        "VOLATILITY_OF_RETURN, netIncome=5 totalAssets=100, 0",
        "WORKING_CAPITAL_TO_ASSETS, currentAssets=30 totalCurrentLiabilities=50 totalAssets=100, -0.2",
        "QUICK_CASH_TO_CURRENT_LIABILITIES, currentAssets=50 inventory=10 totalReceivables=10"
                + " totalCurrentLiabilities=15, 2"
    })
    void isDefinedEverywhere(ScorecardInput input, String lines, double value) {
        assertThat(input.of(Companies.steady(lines))).isCloseTo(value, within(1e-6));
    }

    @Test
    void comparesTheLastTwoYears() {
        Window window = Companies.of(
                "netSales=1 netIncome=-3 totalAssets=100",
                "netSales=100 netIncome=0 totalAssets=100",
                "netSales=200 netIncome=3 totalAssets=100");

        assertThat(ScorecardInput.SALES_GROWTH.of(window)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(ScorecardInput.RETURN_ON_ASSETS.of(window)).isCloseTo(0.03, within(1e-12));
        assertThat(ScorecardInput.LOSS_YEARS.of(window)).isEqualTo(1);
        assertThat(ScorecardInput.VOLATILITY_OF_RETURN.of(window)).isCloseTo(0.0244949, within(1e-7));
    }

    @Test
    void aMarketThatHalvesIsALogarithmLess() {
        Window window = Companies.of(
                "marketValue=1 totalLiabilities=1",
                "marketValue=80 totalLiabilities=20",
                "marketValue=40 totalLiabilities=20");

        assertThat(ScorecardInput.MARKET_TO_LIABILITIES.of(window)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(ScorecardInput.CHANGE_OF_MARKET_TO_LIABILITIES.of(window)).isCloseTo(-Math.log(2), within(1e-12));
    }

    @Test
    void isFoundByItsName() {
        assertThat(ScorecardInput.require("dMeTl")).isEqualTo(ScorecardInput.CHANGE_OF_MARKET_TO_LIABILITIES);
        assertThat(ScorecardInput.CHANGE_OF_MARKET_TO_LIABILITIES.key()).isEqualTo("dMeTl");
        assertThatThrownBy(() -> ScorecardInput.require("zeta")).hasMessage("no input is named zeta");
    }

    @ParameterizedTest(name = "{0} is at {1}")
    @CsvSource({"-1, 0", "0, 0", "5, 0.125", "10, 0.75", "10.1, 0.7525", "20, 1", "21, 1"})
    void standsBetweenTheKnotsAndOfEqualOnesAtTheLast(double value, double share) {
        PercentileScale scale = new PercentileScale(List.of(0.0, 10.0, 10.0, 10.0, 20.0));

        assertThat(scale.of(value)).isCloseTo(share, within(1e-12));
    }

    @Test
    void refusesScalesThatFall() {
        assertThatThrownBy(() -> new PercentileScale(List.of(1.0, 0.0)))
                .hasMessage("knot 1 is below the one before it");
        assertThatThrownBy(() -> new PercentileScale(List.of(1.0))).hasMessage("a scale needs two knots");
    }

    @Test
    void statementsHoldOnlyNumbers() {
        assertThatThrownBy(() -> new Statement(Map.of(Line.EBIT, Double.NaN)))
                .hasMessage("ebit is not a finite number");
        assertThatThrownBy(() -> new Window(List.of())).hasMessage("0 years where 3 are needed");
    }

    @Test
    void probabilitiesNeedABaseRate() {
        RiskScore score = new RiskScore(0, 50, List.of());

        assertThat(score.probability(0.5)).isEqualTo(0.5);
        assertThat(score.probability(0.033)).isCloseTo(0.033, within(1e-12));
        assertThat(new RiskScore(2, 90, List.of()).probability(0.033)).isCloseTo(0.201380, within(1e-6));
    }
}
