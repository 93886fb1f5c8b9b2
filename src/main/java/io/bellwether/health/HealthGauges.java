package io.bellwether.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code bellwether_vendor_health{vendor,dimension}}: what this node assessed last; a score that is unknown is not there. */
@Singleton
class HealthGauges {

    private static final int MOST_VENDORS = 1_000;

    private final MultiGauge gauge;

    HealthGauges(MeterRegistry registry) {
        this.gauge = MultiGauge.builder("bellwether.vendor.health")
                .description("Scores of a vendor by dimension, and its viability index, 0 to 100.")
                .register(registry);
    }

    /** Replaces all that was shown; beyond 1,000 vendors the rest is left out, so that labels stay bounded. */
    void show(Map<String, Health> bySlug) {
        gauge.register(
                bySlug.entrySet().stream()
                        .limit(MOST_VENDORS)
                        .flatMap(entry -> rows(entry.getKey(), entry.getValue()))
                        .toList(),
                true);
    }

    private static Stream<Row<?>> rows(String slug, Health health) {
        Health.Dimensions scores = health.dimensions();
        List<Row<?>> rows = new ArrayList<>();
        add(rows, slug, "index", health.index());
        add(rows, slug, "uptime", scores.uptime().score());
        add(rows, slug, "latency", scores.latency().score());
        add(rows, slug, "security", scores.security().score());
        add(rows, slug, "financial", scores.financial().score());
        return rows.stream();
    }

    private static void add(List<Row<?>> rows, String slug, String dimension, @Nullable Integer score) {
        if (score != null) {
            rows.add(Row.of(Tags.of("vendor", slug, "dimension", dimension), score));
        }
    }
}
