package io.bellwether.health;

import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.jboss.logging.Logger;

/** Keeps the snapshots of all vendors up to date. */
@Singleton
class HealthJob {

    private static final Logger LOG = Logger.getLogger(HealthJob.class);

    /** Each waits for the database about half of its time; and it is a fifth of the connections. */
    private static final int AT_ONCE = 4;

    private final VendorRegister vendors;
    private final Outdated outdated;
    private final HealthService service;
    private final HealthGauges gauges;
    private final Clock clock;

    HealthJob(VendorRegister vendors, Outdated outdated, HealthService service, HealthGauges gauges, Clock clock) {
        this.vendors = vendors;
        this.outdated = outdated;
        this.service = service;
        this.gauges = gauges;
        this.clock = clock;
    }

    /** {@code bellwether.health.every}: the time between two rounds. */
    @Scheduled(identity = "health-assessment", every = "${bellwether.health.every:300s}")
    @Nonconcurrent
    void assess() {
        Set<UUID> due = new HashSet<>(outdated.vendors(clock.instant()));
        List<Vendor> active = vendors.active();
        assess(active.stream().filter(vendor -> due.contains(vendor.id())).toList());
        gauges.show(active, service.latest(active.stream().map(Vendor::id).toList()));
    }

    private void assess(List<Vendor> vendors) {
        vendors.stream()
                .gather(Gatherers.mapConcurrent(AT_ONCE, vendor -> {
                    assess(vendor);
                    return vendor;
                }))
                .forEach(_ -> {});
    }

    private void assess(Vendor vendor) {
        try {
            service.assess(vendor);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The health of %s could not be assessed; the others go on.", vendor.slug());
        }
    }
}
