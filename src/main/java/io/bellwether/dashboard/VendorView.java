package io.bellwether.dashboard;

import io.bellwether.alert.Alert;
import io.bellwether.core.Dimension;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.dashboard.chart.HistoryChart;
import io.bellwether.dashboard.chart.PhaseBar;
import io.bellwether.dashboard.portfolio.VendorStatus;
import io.bellwether.fact.Fact;
import io.bellwether.health.Health;
import io.bellwether.health.honesty.HonestySummary;
import io.bellwether.history.Observation;
import io.bellwether.review.ReviewSummary;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one vendor.
 *
 * @param honesty of the status page, in the running quarter
 * @param open alerts that are not over, newest first
 * @param past alerts that are, newest first
 * @param quarter the running one, for example {@code 2026-Q4}
 */
public record VendorView(
        Vendor vendor,
        VendorStatus status,
        Health health,
        HonestySummary honesty,
        HistoryChart history,
        List<ProbeLine> probes,
        List<Alert> open,
        List<Alert> past,
        List<Fact> facts,
        List<ReviewSummary> reviews,
        String quarter) {

    /**
     * A probe with its latest observation.
     *
     * @param latest null before the first run
     */
    public record ProbeLine(ConfiguredProbe probe, @Nullable Observation latest, PhaseBar phases) {

        /** When it is due again; null before the first run. */
        public @Nullable Instant next() {
            return latest == null ? null : latest.at().plus(probe.every());
        }
    }

    /** A dimension with its score. */
    public record Card(Dimension dimension, DimensionScore health) {}

    public List<Card> cards() {
        return List.of(
                new Card(Dimension.UPTIME, health.dimensions().uptime()),
                new Card(Dimension.LATENCY, health.dimensions().latency()),
                new Card(Dimension.SECURITY, health.dimensions().security()),
                new Card(Dimension.FINANCIAL, health.dimensions().financial()));
    }

    public String path() {
        return "/vendors/" + vendor.slug();
    }

    public boolean reviewed() {
        return reviews.stream().anyMatch(review -> review.period().equals(quarter));
    }
}
