package io.bellwether.alert;

import io.bellwether.core.alert.Severity;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/** {@code bellwether_alerts_firing}: counted in the database when asked, so every node tells the same. */
@Singleton
class AlertGauges {

    void register(@Observes StartupEvent start, MeterRegistry registry, AlertReads reads) {
        for (Severity severity : Severity.values()) {
            Gauge.builder("bellwether.alerts.firing", () -> reads.firing(severity))
                    .description("Alerts that are firing or recovering")
                    .tag("severity", severity.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }
}
