package io.bellwether.health;

import io.bellwether.vendor.Vendor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code bellwether_vendor_health{vendor,dimension}}: each vendor's newest snapshot; a score that is unknown is not there. */
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
    void show(List<Vendor> vendors, Map<UUID, HealthPoint> points) {
        gauge.register(
                vendors.stream()
                        .flatMap(vendor ->
                                Stream.ofNullable(points.get(vendor.id())).map(point -> rows(vendor.slug(), point)))
                        .limit(MOST_VENDORS)
                        .flatMap(List::stream)
                        .toList(),
                true);
    }

    private static List<Row<?>> rows(String slug, HealthPoint point) {
        List<Row<?>> rows = new ArrayList<>();
        add(rows, slug, "index", point.index());
        add(rows, slug, "uptime", point.uptime());
        add(rows, slug, "latency", point.latency());
        add(rows, slug, "security", point.security());
        add(rows, slug, "financial", point.financial());
        return rows;
    }

    private static void add(List<Row<?>> rows, String slug, String dimension, @Nullable Integer score) {
        if (score != null) {
            rows.add(Row.of(Tags.of("vendor", slug, "dimension", dimension), score));
        }
    }
}
