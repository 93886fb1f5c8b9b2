package io.bellwether.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Asks the database for its time, once before anything happens and then every few seconds. */
@Singleton
class TimeKeeper {

    private static final Logger LOG = Logger.getLogger(TimeKeeper.class);
    private static final int FIRST_OF_ALL = Interceptor.Priority.PLATFORM_BEFORE - 2;
    private static final Duration EVERY = Duration.ofSeconds(10);

    /** Certificates and other nodes' jobs are judged by this machine's clock, so somebody should mend it. */
    private static final Duration MUCH = Duration.ofSeconds(2);

    private final Jdbi jdbi;
    private final DatabaseTime time;
    private final Thread thread = Thread.ofVirtual().name("time").unstarted(this::keep);
    private boolean told;

    TimeKeeper(Jdbi jdbi, DatabaseTime time, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.time = time;
        Gauge.builder(
                        "bellwether.clock.ahead.seconds",
                        () -> time.machineAhead().toNanos() / 1e9)
                .description("How far this machine's clock is ahead of the database's, whose time is used")
                .register(metrics);
    }

    void start(@Observes @Priority(FIRST_OF_ALL) StartupEvent event) {
        ask();
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void keep() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                ask();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without an answer time goes on by itself. */
    private void ask() {
        try {
            jdbi.useHandle(handle -> {
                long asked = System.nanoTime();
                Instant said = handle.createQuery("SELECT clock_timestamp()")
                        .mapTo(Instant.class)
                        .one();
                time.heard(said, asked, System.nanoTime());
            });
        } catch (RuntimeException e) {
            LOG.debug("The database did not tell its time.", e);
        }
        warn(time.machineAhead());
    }

    private void warn(Duration ahead) {
        boolean much = ahead.abs().compareTo(MUCH) > 0;
        if (much && !told) {
            LOG.warnf(
                    "This machine's clock is %.1f s %s the database's, whose time is used. Mend it.",
                    ahead.abs().toMillis() / 1e3, ahead.isNegative() ? "behind" : "ahead of");
        }
        told = much;
    }
}
