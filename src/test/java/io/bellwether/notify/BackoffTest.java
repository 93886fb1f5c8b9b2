package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1));

    @ParameterizedTest
    @CsvSource({"1,PT1S", "2,PT2S", "5,PT16S", "10,PT8M32S", "11,PT15M", "50,PT15M", "2000000000,PT15M"})
    void theCeilingDoublesUpToAQuarterOfAnHour(int attempts, Duration ceiling) {
        assertThat(backoff.ceiling(attempts)).isEqualTo(ceiling);
    }

    @Test
    void waitsSpreadOverTheWholeRangeBelowTheCeiling() {
        RandomGenerator random = new Random(7);

        var waits = IntStream.range(0, 1000)
                .mapToLong(_ -> backoff.after(4, random).toMillis())
                .summaryStatistics();

        assertThat(waits.getMin()).isBetween(0L, 200L);
        assertThat(waits.getMax()).isBetween(7800L, 8000L);
        assertThat(waits.getAverage()).isBetween(3700.0, 4300.0);
    }
}
