package io.bellwether.review;

import io.bellwether.history.LatencySummary;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How long good answers took, against the quarter before. */
final class LatencyChapter implements Chapter {

    static final String KEY = "latency";

    private static final double PERCENT = 100;

    private record Data(String unit, List<Measured> probes) {}

    private record Measured(
            UUID id,
            String name,
            @Nullable LatencySummary current,
            @Nullable LatencySummary before,
            @Nullable Change changePercent,
            String source) {}

    private record Change(double p50, double p95, double p99) {}

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Speed";
    }

    @Override
    public Object data(Material material) {
        return new Data(
                "ms",
                material.latency().stream()
                        .map(probe -> measured(probe, material.links()))
                        .toList());
    }

    private static Measured measured(Material.ProbeLatency latency, Links links) {
        UUID id = latency.probe().id();
        return new Measured(
                id,
                latency.probe().name(),
                latency.current(),
                latency.before(),
                change(latency.current(), latency.before()),
                links.series(id));
    }

    private static @Nullable Change change(@Nullable LatencySummary current, @Nullable LatencySummary before) {
        if (current == null || before == null) {
            return null;
        }
        return new Change(
                percent(before.p50(), current.p50()),
                percent(before.p95(), current.p95()),
                percent(before.p99(), current.p99()));
    }

    /** How much longer the second is, in percent of the first; 0 when there is nothing to compare with. */
    static double percent(double before, double current) {
        return before == 0 ? 0 : (current - before) / before * PERCENT;
    }
}
