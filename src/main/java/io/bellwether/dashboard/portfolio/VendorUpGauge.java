package io.bellwether.dashboard.portfolio;

import io.bellwether.core.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * {@code bellwether_vendor_up{vendor}}: 1 up, 0.5 degraded, 0 down, NaN unknown, of the first 1,000 vendors by slug. Every
 * node shows them, whichever node probed them, so each reads the states itself instead of sharing a calendar job that runs on
 * one node only.
 */
@Startup
@Singleton
class VendorUpGauge {

    private static final Logger LOG = Logger.getLogger(VendorUpGauge.class);
    private static final int EVERY_SECONDS = 15;
    private static final int MOST_VENDORS = 1_000;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("vendor-up").factory());
    private final FleetQuery fleet;
    private final MultiGauge gauge;

    VendorUpGauge(FleetQuery fleet, MeterRegistry registry) {
        this.fleet = fleet;
        this.gauge = MultiGauge.builder("bellwether.vendor.up")
                .description("Whether a vendor can be used: 1 up, 0.5 degraded, 0 down, NaN unknown.")
                .register(registry);
    }

    @PostConstruct
    void start() {
        ScheduledFuture<?> _ =
                timer.scheduleWithFixedDelay(this::refresh, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    /** Shows nothing rather than what was true once when the states cannot be read. */
    void refresh() {
        try {
            gauge.register(
                    fleet.statuses(MOST_VENDORS).entrySet().stream()
                            .<Row<?>>map(vendor -> Row.of(Tags.of("vendor", vendor.getKey()), value(vendor.getValue())))
                            .toList(),
                    true);
        } catch (RuntimeException e) {
            LOG.warn("The states of vendors cannot be read; their gauge is empty until they can.", e);
            gauge.register(List.of(), true);
        }
    }

    static double value(Outcome status) {
        return switch (status) {
            case UP -> 1;
            case DEGRADED -> 0.5;
            case DOWN -> 0;
            case UNKNOWN -> Double.NaN;
        };
    }
}
