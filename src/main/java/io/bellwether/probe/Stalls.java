package io.bellwether.probe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * When this node stood still. A thread of the kind that probes run on sleeps a moment, over and over; what it oversleeps
 * nobody else had either: garbage collection, a stopped or starved process, more work than processors.
 */
@Singleton
final class Stalls {

    /** Each costs some 0.3 ms of processor time, and what is shorter is not seen. */
    private static final Duration BEAT = Duration.ofMillis(100);

    /** Timers are never exact. */
    private static final long NOTICED = Duration.ofMillis(5).toNanos();

    /** More than there can be in two minutes without being one long stall. */
    private static final int KEPT = 2_048;

    private static final Duration SHOWN = Duration.ofMinutes(1);

    /** So long after the start code is still being loaded and compiled, and less than usual is believed. */
    private static final Duration YOUNG = Duration.ofSeconds(15);

    private static final Duration LEAST = Duration.ofMillis(20);

    private final boolean enabled;
    private final LongSupplier nanos;
    private final long origin;
    private final long[] begins = new long[KEPT];
    private final long[] ends = new long[KEPT];
    private long count;
    private long due = Long.MAX_VALUE;
    private @Nullable Thread heart;

    @Inject
    Stalls(
            @ConfigProperty(name = "bellwether.stall-check.enabled", defaultValue = "true") boolean enabled,
            MeterRegistry metrics) {
        this(enabled, metrics, System::nanoTime);
    }

    Stalls(boolean enabled, MeterRegistry metrics, LongSupplier nanos) {
        this.enabled = enabled;
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
        Gauge.builder("bellwether.node.stall.seconds", () -> lost(SHOWN).toNanos() / 1e9)
                .description("How much of the last minute this node stood still")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            heart = Thread.ofVirtual().name("stalls").start(this::live);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (heart != null) {
            heart.interrupt();
        }
    }

    /**
     * As {@link #lost}, but zero where it hardly matters: less than half a second and a fifth of the time. In the node's
     * first 15 seconds it is a tenth of a second and a twentieth.
     */
    Duration notable(Duration time) {
        boolean young = now() < YOUNG.toNanos();
        Duration much = Duration.ofMillis(young ? 100 : 500);
        Duration share = time.dividedBy(young ? 20 : 5);
        Duration lost = lost(time);
        boolean matters = lost.compareTo(much) >= 0 || (lost.compareTo(share) > 0 && lost.compareTo(LEAST) >= 0);
        return matters ? lost : Duration.ZERO;
    }

    /** How much of the time that ends now this node stood still; reaches back two minutes at least. */
    synchronized Duration lost(Duration time) {
        long to = now();
        long from = to - time.toNanos();
        long lost = to - due >= NOTICED ? to - Math.max(due, from) : 0;
        for (long i = count - 1; i >= Math.max(0, count - KEPT); i--) {
            int slot = (int) (i % KEPT);
            if (ends[slot] <= from) {
                break;
            }
            lost += ends[slot] - Math.max(begins[slot], from);
        }
        return Duration.ofNanos(lost);
    }

    /** Notes what was overslept since the last beat. */
    synchronized void beat() {
        long now = now();
        if (now - due >= NOTICED) {
            int slot = (int) (count++ % KEPT);
            begins[slot] = due;
            ends[slot] = now;
        }
        due = now + BEAT.toNanos();
    }

    private void live() {
        try {
            while (true) {
                beat();
                Thread.sleep(BEAT);
            }
        } catch (InterruptedException e) {
            rest();
        }
    }

    private synchronized void rest() {
        due = Long.MAX_VALUE;
    }

    private long now() {
        return nanos.getAsLong() - origin;
    }
}
