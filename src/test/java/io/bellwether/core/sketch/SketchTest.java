package io.bellwether.core.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {

    @Test
    void theMedianOfThreeIsTheMiddleOne() {
        Sketch sketch = Sketch.of(300, 100, 200);

        assertThat(sketch.count()).isEqualTo(3);
        assertThat(sketch.quantile(0)).isCloseTo(100, withPercentage(1));
        assertThat(sketch.quantile(0.5)).isCloseTo(200, withPercentage(1));
        assertThat(sketch.quantile(1)).isCloseTo(300, withPercentage(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.00100001, 0.01, 1, 999.999, 60_000, 3_599_999.999, 3_600_000})
    void theGuaranteeHoldsFromAMicrosecondToAnHour(double milliseconds) {
        assertThat(Sketch.of(milliseconds).quantile(0.5)).isCloseTo(milliseconds, withPercentage(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NEGATIVE_INFINITY, -1, -0.0, 0, Double.MIN_VALUE, 0.000_999_999})
    void whatIsBelowAMicrosecondIsNothing(double milliseconds) {
        assertThat(Sketch.of(milliseconds).quantile(1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {3_600_001, 1e9, Double.MAX_VALUE, Double.POSITIVE_INFINITY})
    void whatIsAboveAnHourCountsAsAnHour(double milliseconds) {
        assertThat(Sketch.of(milliseconds)).isEqualTo(Sketch.of(3_600_000));
    }

    @Test
    void whatIsNotANumberIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sketch.of(1, Double.NaN));
    }

    @Test
    void nothingHasNoQuantilesAndNoBytes() {
        assertThat(Sketch.of()).isEqualTo(Sketch.EMPTY);
        assertThat(Sketch.EMPTY.count()).isZero();
        assertThat(Sketch.EMPTY.bytes()).isEmpty();
        assertThat(Sketch.from(new byte[0])).isEqualTo(Sketch.EMPTY);
        assertThatIllegalStateException().isThrownBy(() -> Sketch.EMPTY.quantile(0.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void aQuantileIsAShare(double q) {
        assertThatIllegalArgumentException().isThrownBy(() -> Sketch.of(1).quantile(q));
    }

    @Test
    void aBuilderGoesOnAfterItBuilt() {
        SketchBuilder builder = new SketchBuilder().add(5);
        Sketch one = builder.build();
        Sketch three = builder.add(0.5).add(50).build();

        assertThat(one).isEqualTo(Sketch.of(5));
        assertThat(three).isEqualTo(Sketch.of(0.5, 5, 50));
    }

    @Test
    void aShareOfManyValuesIsCountedExactly() {
        SketchBuilder builder = new SketchBuilder();
        for (int i = 0; i < 10_000; i++) {
            builder.add(i < 9_900 ? 10 : 1_000);
        }
        Sketch sketch = builder.build();

        // 9 900 of 10 000 are fast: place 0.99 * 9 999 = 9 899.01 is the last fast one, one more is slow.
        assertThat(sketch.quantile(0.99)).isCloseTo(10, within(0.1));
        assertThat(sketch.quantile(0.990_1)).isCloseTo(1_000, within(10.0));
    }

    @Test
    void valuesUpToAThresholdAreCountedToTwoPercentOfIt() {
        Sketch sketch = Sketch.of(0, 100, 200, 200, 205, 300);

        assertThat(sketch.countUpTo(0)).isEqualTo(1);
        assertThat(sketch.countUpTo(99)).isBetween(1L, 2L);
        assertThat(sketch.countUpTo(200)).isEqualTo(4);
        assertThat(sketch.countUpTo(250)).isEqualTo(5);
        assertThat(sketch.countUpTo(Double.POSITIVE_INFINITY)).isEqualTo(6);
        assertThat(Sketch.EMPTY.countUpTo(1)).isZero();
    }
}
