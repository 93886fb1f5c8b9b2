package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3839761000   | $3.84 bn
            -1554695000  | −$1.55 bn
            141000000    | $141 m
            42300000000  | $42.30 bn
            999999       | $999,999
            0            | $0
            """)
    void dollarsHaveAsManyDigitsAsCanBeCompared(double amount, String text) {
        assertThat(Amounts.dollars(amount)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.1212, +0.12", "-1.3, −1.30", "0, +0.00"})
    void aContributionHasItsSign(double value, String text) {
        assertThat(Amounts.signed(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-2.7103, −2.71", "7, 7.00"})
    void aFormulaHasTwoDigits(double value, String text) {
        assertThat(Amounts.plain(value)).isEqualTo(text);
    }
}
