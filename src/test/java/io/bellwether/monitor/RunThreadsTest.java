package io.bellwether.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunThreadsTest {

    private static final int RUNS = 200;

    private final RunThreads threads = new RunThreads();
    private final CountDownLatch begun = new CountDownLatch(RUNS);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Boolean> virtual = new CopyOnWriteArrayList<>();
    private final List<Boolean> interrupted = new CopyOnWriteArrayList<>();

    @Test
    void allBeginAtOnceAFewOfThemOnThePlatformsThreads() throws Exception {
        beginAll();

        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(Collections.frequency(virtual, false)).isEqualTo(16);
        assertThat(Collections.frequency(virtual, true)).isEqualTo(RUNS - 16);
        end.countDown();
        threads.stop(Duration.ofSeconds(5));
        assertThat(interrupted).hasSize(RUNS).containsOnly(false);
    }

    @Test
    void whatDoesNotEndInTimeIsInterrupted() throws Exception {
        beginAll();
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();

        threads.stop(Duration.ofMillis(50));

        await().untilAsserted(() -> assertThat(interrupted).hasSize(RUNS).containsOnly(true));
    }

    private void beginAll() {
        for (int run = 0; run < RUNS; run++) {
            threads.execute(this::waitForTheEnd);
        }
    }

    private void waitForTheEnd() {
        virtual.add(Thread.currentThread().isVirtual());
        begun.countDown();
        try {
            end.await();
            interrupted.add(false);
        } catch (InterruptedException e) {
            interrupted.add(true);
        }
    }
}
