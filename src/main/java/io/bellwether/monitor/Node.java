package io.bellwether.monitor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts and stops this node's part in probing. */
@Singleton
class Node {

    private static final Logger LOG = Logger.getLogger(Node.class);
    private static final Duration WRITER_PATIENCE = Duration.ofSeconds(4);
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final ClaimLoop loop;
    private final ResultWriter writer;
    private final Leases leases;
    private final MonitorSettings settings;
    private final MeterRegistry metrics;
    private final Presence presence;
    private final EgressWatch egress;
    private final NodeName name;
    private @Nullable Thread claiming;
    private @Nullable Thread writing;
    private @Nullable ScheduledExecutorService beat;

    Node(
            ClaimLoop loop,
            ResultWriter writer,
            Leases leases,
            Presence presence,
            EgressWatch egress,
            MonitorSettings settings,
            MeterRegistry metrics,
            @ConfigProperty(name = "bellwether.location") Optional<String> location) {
        this.loop = loop;
        this.writer = writer;
        this.leases = leases;
        this.presence = presence;
        this.egress = egress;
        this.settings = settings;
        this.metrics = metrics;
        String process = hostAndProcess();
        this.name = location.map(String::strip)
                .filter(place -> !place.isEmpty())
                .map(place -> new NodeName(place + " " + process, place))
                .orElse(new NodeName(process, ""));
    }

    NodeName name() {
        return name;
    }

    void start(@Observes @Priority(5000) StartupEvent event) {
        Gauge.builder("bellwether.probes.due", leases, Leases::overdue)
                .description("due times in the past that nobody has claimed")
                .register(metrics);
        if (!settings.enabled()) {
            LOG.info("This node runs no probes (bellwether.monitor.enabled=false).");
            return;
        }
        writing = Thread.ofPlatform().name("result-writer").start(writer::run);
        claiming = Thread.ofPlatform().name("claim-loop").start(this::claim);
        beat = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("presence").factory());
        ScheduledFuture<?> _ = beat.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void claim() {
        try {
            loop.run(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            presence.announce(name);
            writer.writeOverdue();
            egress.look(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "This node could not say that it is there; trying again in %s.", BEAT);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (claiming == null || writing == null || beat == null) {
            return;
        }
        beat.shutdown();
        loop.stop();
        claiming.join();
        writing.interrupt();
        writing.join(WRITER_PATIENCE);
        leave();
    }

    /** Without the database the claims of this node last as long as they would have anyway, and so does its presence. */
    private void leave() {
        try {
            leases.abandon(name);
            presence.leave(name);
        } catch (RuntimeException e) {
            LOG.warnf("The claims of this node could not be given up and will expire: %s", e);
        }
    }

    private static String hostAndProcess() {
        long process = ProcessHandle.current().pid();
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + process;
        } catch (UnknownHostException e) {
            return "node:" + process;
        }
    }
}
