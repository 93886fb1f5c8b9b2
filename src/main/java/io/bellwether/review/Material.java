package io.bellwether.review;

import io.bellwether.alert.Alert;
import io.bellwether.fact.Fact;
import io.bellwether.health.Health;
import io.bellwether.health.HealthPoint;
import io.bellwether.health.honesty.StatusPageHonesty;
import io.bellwether.history.LatencySummary;
import io.bellwether.slo.Availability;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the chapters are made of.
 *
 * @param availability of the whole period
 * @param months of its months that have begun
 * @param before of the quarter before
 * @param honesty of its status page in the period
 * @param latency of each http probe
 * @param facts all that is known when gathering, also from before the period
 * @param alerts those that were open at any time of the period, oldest first
 * @param points the daily health within the period, oldest first
 * @param health how the vendor stood at the end; null when nobody assessed it then
 * @param previous the review of the quarter before; null when there is none
 */
record Material(
        Vendor vendor,
        ReviewPeriod period,
        Availability availability,
        List<Month> months,
        Measured before,
        StatusPageHonesty honesty,
        List<ProbeLatency> latency,
        List<Fact> facts,
        List<Alert> alerts,
        List<HealthPoint> points,
        @Nullable Health health,
        @Nullable Review previous) {

    record Month(ReviewPeriod.Span span, Availability availability) {}

    /** Null where the probe had no good observation. */
    record ProbeLatency(
            ConfiguredProbe probe,
            @Nullable LatencySummary current,
            @Nullable LatencySummary before) {}

    Links links() {
        return new Links(vendor.slug(), period.from(), period.until());
    }
}
