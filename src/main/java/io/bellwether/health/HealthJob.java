package io.bellwether.health;

import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Assesses every vendor, each in a transaction of its own. */
@Singleton
class HealthJob {

    private static final Logger LOG = Logger.getLogger(HealthJob.class);

    private final VendorRegister vendors;
    private final HealthService service;
    private final HealthGauges gauges;

    HealthJob(VendorRegister vendors, HealthService service, HealthGauges gauges) {
        this.vendors = vendors;
        this.service = service;
        this.gauges = gauges;
    }

    /** {@code bellwether.health.every}: the time between two rounds. */
    @Scheduled(identity = "health-assessment", every = "${bellwether.health.every:300s}")
    @Nonconcurrent
    void assessAll() {
        Map<String, Health> assessed = new LinkedHashMap<>();
        for (Vendor vendor : vendors.active()) {
            try {
                assessed.put(vendor.slug(), service.assess(vendor));
            } catch (RuntimeException e) {
                LOG.errorf(e, "The health of %s could not be assessed; the others go on.", vendor.slug());
            }
        }
        gauges.show(assessed);
    }
}
