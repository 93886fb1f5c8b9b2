package io.bellwether.probe.courtesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.WireFailure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Duration PAUSE = Duration.ofMillis(60);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Turns turns = turns(PAUSE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private record Times(long begin, long end) {}

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void contactsOfOneHostComeOneAtATimeWithPauses() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Times>> contacts = new ArrayList<>();
        for (int contact = 0; contact < 6; contact++) {
            contacts.add(threads.submit(() -> turns.take("a.example", seconds(20), () -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                long begin = System.nanoTime();
                inside.decrementAndGet();
                return new Times(begin, System.nanoTime());
            })));
        }
        List<Times> times = new ArrayList<>();
        for (Future<Times> contact : contacts) {
            times.add(contact.get(20, TimeUnit.SECONDS));
        }
        times.sort((one, other) -> Long.compare(one.begin(), other.begin()));

        assertThat(most).hasValue(1);
        for (int next = 1; next < times.size(); next++) {
            assertThat(times.get(next).begin() - times.get(next - 1).end()).isGreaterThanOrEqualTo(PAUSE.toNanos());
        }
    }

    @Test
    void otherHostsAreNotHeldUp() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<String> slow = threads.submit(() -> turns.take("slow.example", seconds(20), () -> {
            inside.countDown();
            await(release);
            return "slow";
        }));
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(turns.take("other.example", seconds(20), () -> "other")).isEqualTo("other");
        assertThat(slow.isDone()).isFalse();
        release.countDown();
        assertThat(slow.get(20, TimeUnit.SECONDS)).isEqualTo("slow");
    }

    @Test
    void whoWouldWaitBeyondTheDeadlineIsToldSo() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<String> first = threads.submit(() -> turns.take("a.example", seconds(20), () -> {
            inside.countDown();
            await(release);
            return "first";
        }));
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();

        WireFailure late = refused(turns, Duration.ofMillis(20));
        release.countDown();

        assertThat(late.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(late.failureCause()).isEqualTo(Cause.DEADLINE);
        assertThat(late.reason()).contains("a.example", "did not come in time");
        assertThat(registry.counter("bellwether.courtesy.refusals", "reason", "turn")
                        .count())
                .isEqualTo(1);
        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(turns.take("a.example", seconds(20), () -> "next")).isEqualTo("next");
    }

    @Test
    void aPauseThatOutlastsTheDeadlineIsNotBegun() throws Exception {
        Turns patient = turns(Duration.ofHours(1));
        patient.take("a.example", seconds(20), () -> "first");

        long begin = System.nanoTime();
        assertThat(refused(patient, Duration.ofSeconds(30)).reason()).contains("did not come in time");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aContactThatFailsGivesItsTurnBack() throws Exception {
        WireFailure failure = new WireFailure(Outcome.DOWN, Cause.CONNECTION_REFUSED, "Refused.", Phases.NONE);
        Contact<String> failing = () -> {
            throw failure;
        };

        assertThat(catchThrowableOfType(WireFailure.class, () -> turns.take("a.example", seconds(20), failing)))
                .isSameAs(failure);
        assertThat(turns.take("a.example", seconds(20), () -> "next")).isEqualTo("next");
    }

    @Test
    void hostsThatNobodyContactsAreForgottenAfterTheirPause() throws Exception {
        for (int host = 0; host < 100; host++) {
            turns.take(host + ".example", seconds(20), () -> "done");
        }
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<String> busy = threads.submit(() -> turns.take("busy.example", seconds(20), () -> {
            inside.countDown();
            await(release);
            return "busy";
        }));
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();

        Awaitility.await().untilAsserted(() -> {
            turns.forgetIdle();
            assertThat(turns.known()).isEqualTo(1);
        });
        release.countDown();
        busy.get(20, TimeUnit.SECONDS);
        Awaitility.await().untilAsserted(() -> {
            turns.forgetIdle();
            assertThat(turns.known()).isZero();
        });
    }

    private Turns turns(Duration pause) {
        return new Turns(TestCourtesySettings.pausing(pause), new Refusals(registry));
    }

    private static WireFailure refused(Turns turns, Duration patience) {
        return catchThrowableOfType(
                WireFailure.class, () -> turns.take("a.example", Deadline.in(patience), () -> "never"));
    }

    private static Deadline seconds(int seconds) {
        return Deadline.in(Duration.ofSeconds(seconds));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
