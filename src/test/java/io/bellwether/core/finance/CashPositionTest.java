package io.bellwether.core.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashPositionTest {

    @Test
    void cashThatGoesLastsSoLong() {
        CashPosition position = CashPosition.of(
                Companies.steady("cash=30 operatingCashFlow=-15 capitalExpenditure=5 netRevenueRetention=112"));

        assertThat(position.freeCashFlow()).isEqualTo(-20);
        assertThat(position.runwayYears()).isEqualTo(1.5);
        assertThat(position.netRevenueRetention()).isEqualTo(112);
        assertThat(position.ruleOfForty()).isNull();
    }

    @Test
    void whoBurnsNoneHasNoEndOfIt() {
        assertThat(CashPosition.of(Companies.steady("cash=30 operatingCashFlow=5 capitalExpenditure=5"))
                        .runwayYears())
                .isNull();
    }

    @Test
    void growthAndMarginAddUp() {
        String flows = " operatingCashFlow=30 capitalExpenditure=6";
        CashPosition position = CashPosition.of(Companies.of("netSales=1", "netSales=100", "netSales=120" + flows));

        assertThat(position.ruleOfForty()).isCloseTo(20 + 20, within(1e-9));
        assertThat(CashPosition.of(Companies.of("netSales=1", "netSales=0", "netSales=120" + flows))
                        .ruleOfForty())
                .isNull();
        assertThat(CashPosition.of(Companies.of("netSales=1", "netSales=1", "netSales=0" + flows))
                        .ruleOfForty())
                .isNull();
    }

    @Test
    void nothingIsTakenForZero() {
        assertThat(CashPosition.of(Companies.steady("cash=30 operatingCashFlow=-15")))
                .isEqualTo(new CashPosition(null, null, null, null, null));
        assertThat(CashPosition.of(Companies.steady("operatingCashFlow=-15 capitalExpenditure=0"))
                        .runwayYears())
                .isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "cash=30 operatingCashFlow=20 capitalExpenditure=5 debtDue=90, 0.5",
                "cash=30 operatingCashFlow=-20 capitalExpenditure=5 debtDue=60, 0.5",
                "cash=30 operatingCashFlow=20 capitalExpenditure=5 debtDue=0, -",
                "cash=30 operatingCashFlow=20 capitalExpenditure=5, -",
                "operatingCashFlow=20 capitalExpenditure=5 debtDue=9, -",
                "cash=30 debtDue=9, -",
            })
    void debtThatIsDueIsCoveredByCashAndByWhatComesIn(String lines, @Nullable Double cover) {
        assertThat(CashPosition.of(Companies.steady(lines)).debtCover()).isEqualTo(cover);
    }
}
