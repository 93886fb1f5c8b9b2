package io.bellwether.monitor;

import io.bellwether.core.Attempt;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.probe.ProbeRunner;
import io.bellwether.vendor.ConfiguredProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * This node's share of the probing: claims what is due in the next moment, starts each run at its own due time on a thread of its
 * own, hands the result to the writer. How much it claims is bounded by what it has in flight, so nodes share the load without
 * talking to each other.
 */
@Singleton
class ClaimLoop {

    private static final Logger LOG = Logger.getLogger(ClaimLoop.class);

    private static final Duration FINISH = Duration.ofSeconds(8);

    /** Most claims only wait for their due time or for being stored. */
    private static final int CLAIMS_PER_RUN = 10;

    private final Leases leases;
    private final CurrentProbes probes;
    private final ProbeRunner runner;
    private final ProbeKinds kinds;
    private final ResultWriter writer;
    private final DatabaseCheck database;
    private final MonitorSettings settings;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("due").daemon().factory());

    private final Semaphore claimable;
    private final Semaphore running;
    private final Timer lateness;
    private final Counter skipped;
    private volatile boolean stopping;

    ClaimLoop(
            Leases leases,
            CurrentProbes probes,
            ProbeRunner runner,
            ProbeKinds kinds,
            ResultWriter writer,
            DatabaseCheck database,
            MonitorSettings settings,
            MeterRegistry metrics) {
        this.leases = leases;
        this.probes = probes;
        this.runner = runner;
        this.kinds = kinds;
        this.writer = writer;
        this.database = database;
        this.settings = settings;
        this.claimable = new Semaphore(settings.concurrency() * CLAIMS_PER_RUN);
        this.running = new Semaphore(settings.concurrency());
        this.lateness = Timer.builder("bellwether.probe.lateness")
                .description("how long after its due time a run began")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(60))
                .register(metrics);
        this.skipped = Counter.builder("bellwether.probes.skipped")
                .description("due times that passed before any node could run them")
                .register(metrics);
    }

    /** Claims and starts runs until stopped; then gives those that have begun a little time to end, and begins no other. */
    void run(NodeName node) throws InterruptedException {
        RunThreads runs = new RunThreads();
        while (!stopping) {
            long claimedAt = System.nanoTime();
            try {
                start(claim(node), claimedAt, node, runs);
                database.worked();
            } catch (RuntimeException e) {
                if (!database.explainsFailure()) {
                    LOG.errorf(e, "Claiming failed; trying again in %s.", settings.tick());
                }
            }
            TimeUnit.MILLISECONDS.sleep(settings.tick().toMillis());
        }
        timer.shutdownNow();
        runs.stop(FINISH);
    }

    void stop() {
        stopping = true;
    }

    private Leases.Claimed claim(NodeName node) {
        int room = claimable.availablePermits();
        if (room == 0) {
            return Leases.Claimed.NOTHING;
        }
        Leases.Claimed claimed = leases.claim(node, room);
        skipped.increment((double) claimed.skipped());
        return claimed;
    }

    private void start(Leases.Claimed claimed, long claimedAt, NodeName node, RunThreads runs)
            throws InterruptedException {
        List<Claim> claims = claimed.claims();
        if (claims.isEmpty()) {
            return;
        }
        Map<UUID, ConfiguredProbe> configured = probes.at(claimed.versions());
        for (Claim claim : claims) {
            ConfiguredProbe probe = configured.get(claim.probeId());
            if (probe == null) {
                continue;
            }
            claimable.acquire();
            long due =
                    claimedAt + Duration.between(claimed.now(), claim.dueAt()).toNanos();
            Runnable run = () -> run(claim, probe, due, node);
            ScheduledFuture<?> _ =
                    timer.schedule(() -> runs.execute(run), due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void run(Claim claim, ConfiguredProbe probe, long dueNanos, NodeName node) {
        try {
            List<Attempt> attempts = run(probe, dueNanos);
            boolean deciding = kinds.decidesAvailability(probe.kind());
            writer.add(
                    claim,
                    Result.of(probe, deciding, claim.location(), claim.dueAt(), attempts, node),
                    claimable::release);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            claimable.release();
        } catch (RuntimeException e) {
            LOG.errorf(e, "Probe %s broke; its lease will expire and it is run again.", claim.probeId());
            claimable.release();
        }
    }

    private List<Attempt> run(ConfiguredProbe probe, long dueNanos) throws InterruptedException {
        running.acquire();
        try {
            lateness.record(Math.max(0, System.nanoTime() - dueNanos), TimeUnit.NANOSECONDS);
            return runner.run(probe.kind(), probe.settings(), probe.timeout(), probe.confirm());
        } finally {
            running.release();
        }
    }
}
