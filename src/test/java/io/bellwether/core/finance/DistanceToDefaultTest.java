package io.bellwether.core.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceToDefaultTest {

    @Test
    void isCountedInDeviationsOfTheCompanysValue() {
        // F = 20 + 0.5 x 60 = 50, V = 150, s = 100/150 x 0.4 + 50/150 x 0.15 = 0.316667
        DistanceToDefault distance = DistanceToDefault.of(100, 0.4, 0.1, 20, 60);

        assertThat(distance.distance()).isCloseTo(3.626758, within(1e-6));
        assertThat(distance.probability()).isCloseTo(1.4350e-4, within(1e-7));
    }

    @ParameterizedTest(name = "below {0}: {1}")
    @CsvSource({
        "0, 0.5",
        "1, 0.8413447460685429",
        "-1, 0.15865525393145707",
        "1.96, 0.9750021048517795",
        "-3, 0.0013498980316300946",
        "6, 0.9999999990134123",
        "8.1, 1",
        "-8.1, 0"
    })
    void theNormalDistribution(double value, double share) {
        assertThat(NormalDistribution.below(value)).isCloseTo(share, within(1e-12));
    }
}
