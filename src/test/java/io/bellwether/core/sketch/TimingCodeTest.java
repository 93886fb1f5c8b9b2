package io.bellwether.core.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingCodeTest {

    @Test
    void noDurationIsCodeZero() {
        assertThat(TimingCode.encode(null)).isZero();
        assertThat(TimingCode.decode((short) 0)).isNull();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NEGATIVE_INFINITY, -1, -0.0, 0, Double.MIN_VALUE, 0.000_999_999})
    void whatIsBelowAMicrosecondIsNothing(double milliseconds) {
        assertThat(TimingCode.encode(milliseconds)).isEqualTo((short) 1);
        assertThat(TimingCode.decode((short) 1)).isZero();
    }

    @Test
    void theScaleReachesFromAMicrosecondToAnHour() {
        assertThat(TimingCode.encode(0.001)).isEqualTo((short) 2);
        assertThat(TimingCode.decode((short) 2)).isEqualTo(0.001);
        assertThat(TimingCode.encode(3_600_000.0)).isEqualTo(Short.MAX_VALUE);
        assertThat(TimingCode.decode(Short.MAX_VALUE)).isCloseTo(3_600_000.0, withPercentage(1e-9));
        assertThat(TimingCode.encode(1e12)).isEqualTo(Short.MAX_VALUE);
        assertThat(TimingCode.encode(Double.POSITIVE_INFINITY)).isEqualTo(Short.MAX_VALUE);
    }

    @Test
    void anyDurationComesBackWithinOneTwentiethOfAPercent() {
        Random random = new Random(5);
        for (int i = 0; i < 500_000; i++) {
            double milliseconds = Math.exp(random.nextDouble(Math.log(0.001), Math.log(3_600_000)));
            double decoded = TimingCode.decode(TimingCode.encode(milliseconds));
            if (Math.abs(decoded - milliseconds) > 0.000_5 * milliseconds) {
                assertThat(decoded).isCloseTo(milliseconds, withPercentage(0.05));
            }
        }
    }

    @Test
    void everyCodeIsLongerThanTheOneBeforeAndComesBackAsItself() {
        double before = -1;
        for (int code = 1; code <= Short.MAX_VALUE; code++) {
            double milliseconds = TimingCode.decode((short) code);
            if (milliseconds <= before || TimingCode.encode(milliseconds) != code) {
                assertThat(code).as("code that breaks the order").isZero();
            }
            before = milliseconds;
        }
    }

    @Test
    void aLongerDurationNeverHasALowerCode() {
        short before = 1;
        for (double milliseconds = 0.001; milliseconds < 4_000_000; milliseconds *= 1.000_05) {
            short code = TimingCode.encode(milliseconds);
            assertThat(code).isBetween(before, (short) Math.min(before + 1, Short.MAX_VALUE));
            before = code;
        }
    }

    @Test
    void whatIsNotADurationIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TimingCode.encode(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> TimingCode.decode((short) -1));
    }
}
