package io.bellwether.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.sketch.Sketch;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingsTest {

    private final Random random = new Random(7);

    @ParameterizedTest(name = "sketches of {0}, {1}, {2}, {3}, {4} and {5} values")
    @CsvSource({
        "0, 0, 0, 0, 0, 0",
        "1, 0, 0, 0, 0, 0",
        "0, 0, 0, 0, 0, 1",
        "5, 5, 5, 0, 5, 5",
        "12, 13, 14, 15, 16, 17",
        "60, 60, 0, 3, 60, 60",
        "5000, 0, 5000, 1, 5000, 5000",
    })
    void areReadAsTheyWereWritten(int duration, int dns, int connect, int tls, int firstByte, int transfer) {
        Timings timings = new Timings(
                sketch(duration), sketch(dns), sketch(connect), sketch(tls), sketch(firstByte), sketch(transfer));

        assertThat(Timings.from(timings.bytes())).isEqualTo(timings);
    }

    @Test
    void ofFiveMinutesTakeFewBytes() {
        double bytes = DoubleStream.generate(() ->
                        new Timings(sketch(5), sketch(5), sketch(5), sketch(5), sketch(5), sketch(5)).bytes().length)
                .limit(1_000)
                .average()
                .orElseThrow();

        assertThat(bytes).isLessThan(40);
    }

    /** Around 100 ms, half of them within a fifth. */
    private Sketch sketch(int values) {
        return Sketch.of(DoubleStream.generate(() -> 100 * Math.exp(0.3 * random.nextGaussian()))
                .limit(values)
                .toArray());
    }
}
