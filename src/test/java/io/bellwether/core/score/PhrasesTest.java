package io.bellwether.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1 minute",
        "1.4, 1 minute",
        "1.5, 2 minutes",
        "59.4, 59 minutes",
        "59.5, 1 hour",
        "61, 1 hour 1 minute",
        "200, 3 hours 20 minutes",
        "1439, 23 hours 59 minutes",
        "1440, 1 day",
        "1500, 1 day 1 hour",
        "3140, 2 days 4 hours",
    })
    void timesAreToldInTheirTwoLargestUnits(double minutes, String told) {
        assertThat(Phrases.minutes(minutes)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"0.125, 1, 12.5 %", "0.9996, 2, 99.96 %", "1, 0, 100 %"})
    void sharesAreToldInHundredths(double share, int digits, String told) {
        assertThat(Phrases.percent(share, digits)).isEqualTo(told);
    }
}
