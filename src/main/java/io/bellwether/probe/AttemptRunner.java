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
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Makes one attempt, within its time, in the calling thread: to hand it to another would wake a second processor for each
 * attempt, which costs more than the attempt's own work while checks are few.
 */
@Singleton
final class AttemptRunner {

    private static final Logger LOG = Logger.getLogger(AttemptRunner.class);

    /** How long past its deadline an attempt may take to notice. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Clock clock;
    /** Keeps the time. */
    private final ScheduledThreadPoolExecutor patience = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("attempts").daemon().factory());

    AttemptRunner(Clock clock) {
        this.clock = clock;
        patience.setRemoveOnCancelPolicy(true);
    }

    /**
     * @param confirms whether a bad attempt came before it
     * @throws InterruptedException when the thread is interrupted by somebody else: then there is nothing to tell
     */
    <S extends Record> Attempt run(Probe<S> probe, S settings, Duration timeout, boolean confirms)
            throws InterruptedException {
        Instant startedAt = clock.instant();
        long begun = System.nanoTime();
        ProbeContext context = new ProbeContext(startedAt, Deadline.in(timeout), confirms);
        Verdict verdict = verdict(probe, settings, context, timeout);
        double millis = Math.round((System.nanoTime() - begun) / 1e3) / 1e3;
        return attempt(verdict, startedAt, millis);
    }

    /** An attempt that was not made. */
    Attempt none(Cause cause, String reason) {
        return attempt(Verdict.of(Outcome.UNKNOWN, cause, reason), clock.instant(), 0);
    }

    private <S extends Record> Verdict verdict(Probe<S> probe, S settings, ProbeContext context, Duration timeout)
            throws InterruptedException {
        Overtime overtime = new Overtime(Thread.currentThread());
        Future<?> end = patience.schedule(overtime, timeout.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
        Verdict verdict;
        try {
            verdict = verdict(probe, settings, context);
        } finally {
            end.cancel(false);
        }
        if (overtime.stopped()) {
            LOG.warnf("A probe of kind %s did not end within its %s and was interrupted.", probe.kind(), timeout);
            return Verdict.of(
                    Outcome.UNKNOWN, Cause.INTERNAL, "The probe did not end in its time and was interrupted.");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return verdict;
    }

    private static <S extends Record> Verdict verdict(Probe<S> probe, S settings, ProbeContext context) {
        try {
            return probe.run(settings, context);
        } catch (WireFailure e) {
            return Verdict.of(e);
        } catch (RuntimeException | Error e) {
            LOG.warnf(e, "A probe of kind %s failed.", probe.kind());
            return Verdict.of(Outcome.UNKNOWN, Cause.INTERNAL, "Our own failure: " + e + ".");
        }
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
                Evidence.findings(verdict.findings()),
                verdict.evidence());
    }

    @PreDestroy
    void stop() {
        patience.shutdownNow();
    }

    /** Interrupts a thread, unless what it does has ended before. */
    private static final class Overtime implements Runnable {

        private final Thread thread;
        private boolean ended;
        private boolean interrupted;

        Overtime(Thread thread) {
            this.thread = thread;
        }

        @Override
        public synchronized void run() {
            if (!ended) {
                interrupted = true;
                thread.interrupt();
            }
        }

        /** It has ended; true when that took an interrupt, which is forgotten. */
        synchronized boolean stopped() {
            ended = true;
            if (interrupted) {
                boolean _ = Thread.interrupted();
            }
            return interrupted;
        }
    }
}
