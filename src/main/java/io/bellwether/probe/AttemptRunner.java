package io.bellwether.probe;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.WireFailure;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes one attempt, within its time, whatever the probe does. */
@Singleton
final class AttemptRunner {

    private static final Logger LOG = Logger.getLogger(AttemptRunner.class);

    /** How long past its deadline an attempt may take to notice. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Keeps the time: a virtual thread that waits with a timeout has to wake another for that, twice. */
    private final ScheduledThreadPoolExecutor patience = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("attempts").daemon().factory());

    AttemptRunner(Clock clock) {
        this.clock = clock;
        patience.setRemoveOnCancelPolicy(true);
    }

    /** @param confirms whether a bad attempt came before it */
    <S extends Record> Attempt run(Probe<S> probe, S settings, Duration timeout, boolean confirms)
            throws InterruptedException {
        Instant startedAt = clock.instant();
        long begun = System.nanoTime();
        ProbeContext context = new ProbeContext(startedAt, Deadline.in(timeout), confirms);
        Verdict verdict = verdict(probe, threads.submit(() -> probe.run(settings, context)), timeout);
        double millis = Math.round((System.nanoTime() - begun) / 1e3) / 1e3;
        return attempt(verdict, startedAt, millis);
    }

    /** An attempt that was not made. */
    Attempt none(Cause cause, String reason) {
        return attempt(Verdict.of(Outcome.UNKNOWN, cause, reason), clock.instant(), 0);
    }

    private Verdict verdict(Probe<?> probe, Future<Verdict> running, Duration timeout) throws InterruptedException {
        Future<?> end = patience.schedule(
                () -> running.cancel(true), timeout.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
        try {
            return running.get();
        } catch (ExecutionException e) {
            return failed(probe, e.getCause());
        } catch (CancellationException e) {
            LOG.warnf("A probe of kind %s did not end within its %s and was left behind.", probe.kind(), timeout);
            return Verdict.of(
                    Outcome.UNKNOWN, Cause.INTERNAL, "The probe did not end in its time and was left behind.");
        } finally {
            end.cancel(false);
            running.cancel(true);
        }
    }

    private static Verdict failed(Probe<?> probe, @Nullable Throwable failure) {
        if (failure instanceof WireFailure wire) {
            return Verdict.of(wire);
        }
        LOG.warnf(failure, "A probe of kind %s failed.", probe.kind());
        return Verdict.of(Outcome.UNKNOWN, Cause.INTERNAL, "Our own failure: " + failure + ".");
    }

    private static Attempt attempt(Verdict verdict, Instant startedAt, double millis) {
        return new Attempt(
                startedAt,
                verdict.outcome(),
                verdict.cause(),
                Evidence.reason(verdict.reason()),
                Objects.requireNonNullElse(verdict.millis(), millis),
                verdict.phases(),
                Evidence.detail(verdict.detail()),
                Evidence.findings(verdict.findings()));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
        patience.shutdownNow();
    }
}
