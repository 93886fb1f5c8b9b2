package io.bellwether.monitor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How this node takes part in probing. */
@ConfigMapping(prefix = "bellwether.monitor")
interface MonitorSettings {

    /** Whether this node runs probes at all; false for a node that only serves the API. */
    @WithDefault("true")
    boolean enabled();

    /** How many probes may be in flight at once. */
    @WithDefault("1000")
    int concurrency();

    /** How many runs and scans that people ask for may be under way at once; one more is answered with 503. */
    @WithDefault("16")
    @Min(1) int manualRuns();

    /** How long before its due time a probe is claimed. */
    @WithDefault("PT1.5S")
    Duration lookAhead();

    /** Pause between two claims. */
    @WithDefault("PT0.5S")
    Duration tick();

    /** What a lease lasts beyond the longest time that a run can take. */
    @WithDefault("PT3S")
    Duration leaseMargin();
}
