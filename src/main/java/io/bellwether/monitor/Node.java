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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts and stops this node's part in probing. */
@Singleton
class Node {

    private static final Logger LOG = Logger.getLogger(Node.class);
    private static final Duration WRITER_PATIENCE = Duration.ofSeconds(4);

    private final ClaimLoop loop;
    private final ResultWriter writer;
    private final Leases leases;
    private final MonitorSettings settings;
    private final MeterRegistry metrics;
    private final String name;
    private @Nullable Thread claiming;
    private @Nullable Thread writing;

    Node(
            ClaimLoop loop,
            ResultWriter writer,
            Leases leases,
            MonitorSettings settings,
            MeterRegistry metrics,
            @ConfigProperty(name = "bellwether.location") Optional<String> location) {
        this.loop = loop;
        this.writer = writer;
        this.leases = leases;
        this.settings = settings;
        this.metrics = metrics;
        String process = hostAndProcess();
        this.name = location.map(place -> place + " " + process).orElse(process);
    }

    String name() {
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
    }

    private void claim() {
        try {
            loop.run(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (claiming == null || writing == null) {
            return;
        }
        loop.stop();
        claiming.join();
        writing.interrupt();
        writing.join(WRITER_PATIENCE);
        leases.abandon(name);
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
