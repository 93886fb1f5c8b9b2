package io.bellwether.review;

import io.bellwether.history.LatencyQuery;
import io.bellwether.history.LatencySummary;
import io.bellwether.slo.AvailabilityQuery;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The figures to compare with: what the review of that quarter recorded, else what is left of its observations. */
@Singleton
class QuarterBefore {

    private final AvailabilityQuery availability;
    private final LatencyQuery latency;
    private final Figures figures;

    QuarterBefore(AvailabilityQuery availability, LatencyQuery latency, Figures figures) {
        this.availability = availability;
        this.latency = latency;
        this.figures = figures;
    }

    Measured availability(Vendor vendor, ReviewPeriod before, @Nullable Review review) {
        if (review != null && !review.partial()) {
            return figures.availability(review.sections())
                    .map(recorded -> recorded.citing(Links.review(review.id())))
                    .orElseGet(() -> counted(vendor, before));
        }
        return counted(vendor, before);
    }

    /** Null when the probe had no good observation then. */
    @Nullable LatencySummary latency(UUID probeId, ReviewPeriod before, @Nullable Review review) {
        List<Review.Section> recorded = review == null || review.partial() ? List.of() : review.sections();
        LatencySummary known = figures.latency(recorded).get(probeId);
        return known != null
                ? known
                : latency.of(probeId, before.from(), before.until()).orElse(null);
    }

    private Measured counted(Vendor vendor, ReviewPeriod before) {
        Links links = new Links(vendor.slug(), before.from(), before.until());
        return Measured.of(
                before.span(), availability.of(vendor.id(), before.from(), before.until()), links.availability());
    }
}
