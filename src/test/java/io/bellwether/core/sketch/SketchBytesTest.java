package io.bellwether.core.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SketchBytesTest {

    /**
     * Stored sketches outlive the code that wrote them: a changed form needs a new version. 1 ms is 1000 times the least
     * value: ln 1000 / ln 1.02 = 348.8, so bucket 349, and 349 * 16 + 1 is d1 2b; 2 ms is bucket 384, and (384 - 349 - 1) * 4
     * is 88 01.
     */
    @ParameterizedTest
    @CsvSource({
        "one value of 0,          01,         0",
        "three values of 0,       09,         0 0 0",
        "five values of 0,        0d01,       0 0 0 0 0",
        "one value of 1 ms,       'd12b',     1",
        "two of 1 ms and a third, 'd52b8801', 1 1 2"
    })
    void theStoredFormStaysAsItIs(String name, String hex, String values) {
        Sketch sketch = Sketch.of(numbers(values));

        assertThat(HexFormat.of().formatHex(sketch.bytes())).as(name).isEqualTo(hex);
        assertThat(Sketch.from(HexFormat.of().parseHex(hex))).as(name).isEqualTo(sketch);
    }

    @Test
    void fiveMinutesOfAMinutelyProbeFitInTwelveBytes() {
        for (int seed = 0; seed < 2_000; seed++) {
            assertThat(around(seed, 5, 0.2).bytes()).as("seed %d", seed).hasSizeLessThanOrEqualTo(12);
        }
    }

    @Test
    void anHourOfAMinutelyProbeFitsInSixtyBytes() {
        for (int seed = 0; seed < 2_000; seed++) {
            assertThat(around(seed, 60, 0.3).bytes()).as("seed %d", seed).hasSizeLessThanOrEqualTo(60);
        }
    }

    @Test
    void everySketchComesBackFromItsBytes() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            SketchBuilder builder = new SketchBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                builder.add(Math.exp(random.nextDouble(-8, 17)));
            }
            Sketch sketch = builder.build();
            // Doubled again and again, counts reach every length they can have.
            for (int i = random.nextInt(50); i > 0; i--) {
                sketch = sketch.merge(sketch);
            }
            assertThat(Sketch.from(sketch.bytes())).as("seed %d", seed).isEqualTo(sketch);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "version 0,                        00",
        "version 3,                        03",
        "an index cut off,                 81",
        "a large count cut off,            0d",
        "an index beyond the last bucket,  d18b01ff7f",
        "an endless number,                81808080808080808080",
        "a number longer than needed,      8100",
        "more values than a long can hold, 0dffffffffffffffff7f"
    })
    void garbageIsRefused(String name, String hex) {
        assertThatIllegalArgumentException()
                .as(name)
                .isThrownBy(() -> Sketch.from(HexFormat.of().parseHex(hex)))
                .withMessageStartingWith("Not the bytes of a sketch: ");
    }

    @Test
    void randomBytesAreRefusedOrAreTheFormOfWhatTheyGive() {
        Random random = new Random(11);
        int accepted = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(14)];
            random.nextBytes(bytes);
            try {
                assertThat(Sketch.from(bytes).bytes()).isEqualTo(bytes);
                accepted++;
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageStartingWith("Not the bytes of a sketch: ");
            }
        }
        assertThat(accepted).isPositive();
    }

    private static Sketch around(int seed, int count, double spread) {
        Random random = new Random(seed);
        double centre = Math.exp(random.nextDouble(Math.log(0.05), Math.log(2_000_000)));
        return Sketch.of(random.doubles(count, centre * (1 - spread), centre * (1 + spread))
                .toArray());
    }

    private static double[] numbers(String spaced) {
        return Arrays.stream(spaced.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
