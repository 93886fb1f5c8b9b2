package io.bellwether.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StallsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);
    private final Stalls stalls = new Stalls(true, meters, nanos::get);

    @Test
    void aNodeThatKeepsTimeLosesNone() {
        beats(100, 102);

        assertThat(lost(5_000)).isZero();
        assertThat(shown()).isZero();
    }

    @Test
    void whatIsOversleptIsLost() {
        beats(10, 100);
        beats(1, 400);
        beats(10, 100);

        assertThat(lost(5_000)).isEqualTo(300);
        assertThat(shown()).isEqualTo(0.3);
    }

    @Test
    void onlyWhatWasLostInTheTimeAskedForCounts() {
        beats(1, 100);
        beats(1, 400);
        beats(2, 100);

        assertThat(lost(100)).isZero();
        assertThat(lost(350)).isEqualTo(150);
        assertThat(lost(1_000)).isEqualTo(300);
    }

    @Test
    void aStallThatHasNotEndedCountsToo() {
        beats(1, 100);
        pass(1_100);

        assertThat(lost(5_000)).isEqualTo(1_000);
        assertThat(lost(200)).isEqualTo(200);
    }

    @Test
    void oldOnesMakeRoomForNewOnes() {
        beats(5_000, 110);

        assertThat(lost(220_000)).isEqualTo(20_000);
    }

    @ParameterizedTest(name = "{0} ms lost of {1} ms at the age of {2} s matter: {3}")
    @CsvSource({
        "  19,     20, 60, false",
        "  20,     99, 60, true",
        " 190,  1_000, 60, false",
        " 210,  1_000, 60, true",
        " 490, 10_000, 60, false",
        " 500, 10_000, 60, true",
        "  60,  1_000,  2, true",
        "  40,  1_000,  2, false",
        " 100, 10_000,  2, true",
    })
    void littleDoesNotMatter(long lost, long time, long age, boolean matters) {
        pass(age * 1_000);
        beats(1, 100);
        beats(1, 100 + lost);

        assertThat(stalls.notable(Duration.ofMillis(time)).toMillis()).isEqualTo(matters ? lost : 0);
    }

    @Test
    void itLivesFromStartToStop() {
        Stalls real = new Stalls(true, new SimpleMeterRegistry(), () -> nanos.addAndGet(1_000_000_000));
        real.start(new StartupEvent());
        await().atMost(Duration.ofSeconds(5))
                .until(() -> !real.lost(Duration.ofHours(1)).isZero());

        real.stop(new ShutdownEvent());
        await().atMost(Duration.ofSeconds(5))
                .until(() -> real.lost(Duration.ofNanos(1)).isZero());
    }

    private void beats(int times, long millisApart) {
        for (int i = 0; i < times; i++) {
            stalls.beat();
            pass(millisApart);
        }
        stalls.beat();
    }

    private void pass(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    private long lost(long millis) {
        return stalls.lost(Duration.ofMillis(millis)).toMillis();
    }

    private double shown() {
        return meters.get("bellwether.node.stall.seconds").gauge().value();
    }
}
