package io.bellwether.review;

import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Opens the reviews of the quarter that has just ended. */
@Singleton
class ReviewJob {

    private static final Logger LOG = Logger.getLogger(ReviewJob.class);

    private final VendorRegister vendors;
    private final Reviews reviews;
    private final Clock clock;

    ReviewJob(VendorRegister vendors, Reviews reviews, Clock clock) {
        this.vendors = vendors;
        this.reviews = reviews;
        this.clock = clock;
    }

    @Scheduled(identity = "review-opening", cron = "0 0 6 1 1,4,7,10 ?", timeZone = "UTC")
    void openLastQuarter() {
        Quarter quarter =
                Quarter.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).previous();
        vendors.active().forEach(vendor -> open(vendor, quarter));
    }

    /** One vendor's trouble is not to cost the others their review. */
    private void open(Vendor vendor, Quarter quarter) {
        try {
            reviews.open(vendor.slug(), new NewReview(quarter.toString(), null));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Review not opened: vendor=%s period=%s", vendor.slug(), quarter);
        }
    }
}
