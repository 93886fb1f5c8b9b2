package io.bellwether.core.finance.filed;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was spent on property, with software where that is stated: a difference of one with and one without would be neither. */
class OptionalPartsTest {

    private static final String PROPERTY = "us-gaap:PaymentsToAcquirePropertyPlantAndEquipment";
    private static final String SOFTWARE = "us-gaap:PaymentsToDevelopSoftware";
    private static final String YEAR = "2024-01-01/2024-12-31";
    private static final String QUARTER = "2025-01-01/2025-03-31";
    private static final String QUARTER_BEFORE = "2024-01-01/2024-03-31";

    @Test
    void aYearToTheLastQuarterNeedsThePartEverywhereOrNowhere() {
        assertThat(trailing(property())).isEqualTo((9 + 3 - 2) * 1e6);
        assertThat(trailing(property()
                        .add(SOFTWARE, YEAR, 4)
                        .add(SOFTWARE, QUARTER, 2)
                        .add(SOFTWARE, QUARTER_BEFORE, 1)))
                .isEqualTo((9 + 3 - 2 + 4 + 2 - 1) * 1e6);
        assertThat(trailing(property().add(SOFTWARE, YEAR, 4))).isNull();
        assertThat(trailing(property().add(SOFTWARE, YEAR, 4).add(SOFTWARE, QUARTER, 2)))
                .isNull();
        assertThat(trailing(property().add(SOFTWARE, QUARTER_BEFORE, 1))).isNull();
    }

    private static Filings property() {
        return Filings.steady()
                .by("10-Q", "2025-05-02")
                .add(PROPERTY, YEAR, 9)
                .add(PROPERTY, QUARTER, 3)
                .add(PROPERTY, QUARTER_BEFORE, 2);
    }

    private static @Nullable Double trailing(Filings filings) {
        Figure figure = filings.on("2025-06-01").trailing().getLast().figures().get(FiledItem.CAPITAL_EXPENDITURE);
        return figure == null ? null : figure.value();
    }
}
