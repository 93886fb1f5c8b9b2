package io.bellwether.probe;

import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.EgressGuard;
import io.bellwether.platform.egress.LookupFailed;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * This node's own way out, told by whether any of a few reference targets accepts a connection. They are asked only when a
 * probe has failed, at most once every few seconds however many fail.
 *
 * <p>Targets that the operator names are believed at once. The usual ones are believed only after one of them has answered
 * this node: where they are blocked for good, their silence says nothing.
 */
@Singleton
final class Egress implements WayOut {

    private static final Logger LOG = Logger.getLogger(Egress.class);

    private static final List<String> USUAL = List.of("1.1.1.1:443", "8.8.8.8:443", "9.9.9.9:443");
    private static final Duration FRESH = Duration.ofSeconds(3);
    /** Short enough for the lease of a run, whose margin it uses. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final boolean enabled;
    private final List<Reference> references;
    private final EgressGuard guard;
    private final LongSupplier nanos;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock flight = new ReentrantLock();
    private boolean believed;
    private long staleAt;
    private int unanswered;
    private volatile double ok = Double.NaN;

    /** @throws IllegalArgumentException when a target is none */
    @Inject
    Egress(
            @ConfigProperty(name = "bellwether.egress-check.enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "bellwether.egress-check.targets") Optional<List<String>> targets,
            EgressGuard guard,
            MeterRegistry metrics) {
        this(enabled, references(targets.orElse(USUAL)), targets.isPresent(), guard, metrics, System::nanoTime);
    }

    /** @param believed whether the silence of references that have never answered says something */
    Egress(
            boolean enabled,
            List<Reference> references,
            boolean believed,
            EgressGuard guard,
            MeterRegistry metrics,
            LongSupplier nanos) {
        this.enabled = enabled;
        this.references = references;
        this.believed = believed;
        this.guard = guard;
        this.nanos = nanos;
        this.staleAt = nanos.getAsLong();
        Gauge.builder("bellwether.egress.ok", () -> ok)
                .description("Whether a reference target answered when they were last asked, 1 or 0")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        threads.execute(() -> {
            try {
                unanswered();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /**
     * How many reference targets there are, when none of them answers; 0 when one does or when nothing follows from their
     * silence. May ask them, which takes up to 1.5 s; who comes meanwhile waits for the same answer.
     */
    int unanswered() throws InterruptedException {
        if (!enabled || references.isEmpty()) {
            return 0;
        }
        flight.lockInterruptibly();
        try {
            if (nanos.getAsLong() - staleAt >= 0) {
                note(silent());
                staleAt = nanos.getAsLong() + FRESH.toNanos();
            }
            return unanswered;
        } finally {
            flight.unlock();
        }
    }

    @Override
    public int stillUnanswered() throws InterruptedException {
        flight.lockInterruptibly();
        try {
            return unanswered == 0 ? 0 : unanswered();
        } finally {
            flight.unlock();
        }
    }

    private void note(int silent) {
        believed |= silent == 0;
        int told = believed ? silent : 0;
        if (told > 0 && unanswered == 0) {
            LOG.warnf("None of the %d reference targets answers: this node's own network seems to be broken.", told);
        } else if (told == 0 && unanswered > 0) {
            LOG.info("The reference targets answer again.");
        }
        unanswered = told;
        ok = silent == 0 ? 1 : 0;
    }

    /** How many have been asked in vain; 0 as soon as one accepts a connection. Those that must not be asked do not count. */
    private int silent() throws InterruptedException {
        Deadline deadline = Deadline.in(PATIENCE);
        AtomicInteger silent = new AtomicInteger();
        try {
            threads.invokeAny(references.stream()
                    .map(reference -> call(reference, deadline, silent))
                    .toList());
            return 0;
        } catch (ExecutionException e) {
            return silent.get();
        }
    }

    private Callable<Reference> call(Reference reference, Deadline deadline, AtomicInteger silent) {
        return () -> {
            try {
                connect(guard.resolve(reference.host(), deadline), reference.port(), deadline);
                return reference;
            } catch (IOException | LookupFailed e) {
                silent.incrementAndGet();
                throw e;
            }
        };
    }

    private static void connect(List<InetAddress> addresses, int port, Deadline deadline) throws IOException {
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            int patience = (int) Math.max(1, deadline.remaining().toMillis());
            socket.connect(new InetSocketAddress(addresses.getFirst(), port), patience);
        }
    }

    private static List<Reference> references(List<String> targets) {
        return targets.stream().map(Reference::parse).toList();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
