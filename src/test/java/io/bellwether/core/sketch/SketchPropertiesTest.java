package io.bellwether.core.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for values of any shape; every value lies in the guaranteed range. */
class SketchPropertiesTest {

    private static final double[] QUANTILES = {0, 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1};

    enum Shape {
        UNIFORM,
        NORMAL,
        LOGNORMAL,
        PARETO,
        BIMODAL;

        double next(Random random) {
            return switch (this) {
                case UNIFORM -> random.nextDouble(1, 2_000);
                case NORMAL -> Math.max(0.001, random.nextGaussian(250, 60));
                case LOGNORMAL -> Math.exp(random.nextGaussian(4.5, 1.2));
                case PARETO -> Math.min(3_600_000, 20 / Math.pow(1 - random.nextDouble(), 1 / 1.1));
                case BIMODAL ->
                    random.nextInt(10) < 7 ? random.nextDouble(0.05, 0.2) : random.nextGaussian(30_000, 500);
            };
        }

        double[] values(Random random, int count) {
            return DoubleStream.generate(() -> next(random)).limit(count).toArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyQuantileIsWithinOnePercentOfTheExactOne(Shape shape) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] values = shape.values(random, 1 + random.nextInt(20_000));
            Sketch sketch = Sketch.of(values);
            Arrays.sort(values);
            for (double q : QUANTILES) {
                double exact = values[(int) (q * (values.length - 1))];
                assertThat(sketch.quantile(q))
                        .as("quantile %s of %d values, seed %d", q, values.length, seed)
                        .isCloseTo(exact, withPercentage(1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void mergedPartsEqualTheWholeInAnyOrder(Shape shape) {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            double[] values = shape.values(random, 900);
            int cut = random.nextInt(900);
            int secondCut = cut + random.nextInt(900 - cut);
            Sketch a = Sketch.of(Arrays.copyOfRange(values, 0, cut));
            Sketch b = Sketch.of(Arrays.copyOfRange(values, cut, secondCut));
            Sketch c = Sketch.of(Arrays.copyOfRange(values, secondCut, 900));

            assertThat(a.merge(b).merge(c))
                    .isEqualTo(Sketch.of(values))
                    .isEqualTo(a.merge(b.merge(c)))
                    .isEqualTo(c.merge(a).merge(b))
                    .hasSameHashCodeAs(Sketch.of(values));
        }
    }

    @ParameterizedTest
    @EnumSource
    void mergingLeavesThePartsAsTheyWere(Shape shape) {
        Random random = new Random(3);
        double[] values = shape.values(random, 100);
        Sketch part = Sketch.of(values);

        Sketch doubled = part.merge(part);

        assertThat(part).isEqualTo(Sketch.of(values));
        assertThat(doubled.count()).isEqualTo(200);
        assertThat(part.merge(Sketch.EMPTY)).isEqualTo(part);
    }
}
