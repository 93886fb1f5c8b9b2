package io.bellwether.review;

import io.bellwether.platform.Audit;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens reviews, and gathers the figures of drafts anew. */
@Singleton
class ReviewOpening {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final VendorRegister vendors;
    private final ReviewStore store;
    private final Gathering gathering;
    private final Chapters chapters;
    private final Bodies bodies;
    private final Figures figures;
    private final Audit audit;
    private final ReviewClock clock;

    ReviewOpening(
            VendorRegister vendors,
            ReviewStore store,
            Gathering gathering,
            Chapters chapters,
            Bodies bodies,
            Figures figures,
            Audit audit,
            ReviewClock clock) {
        this.vendors = vendors;
        this.store = store;
        this.gathering = gathering;
        this.chapters = chapters;
        this.bodies = bodies;
        this.figures = figures;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the running transaction. */
    Opened open(String slug, NewReview asked) {
        Vendor vendor = vendors.require(slug);
        Quarter quarter = Quarter.parse(asked.period());
        Optional<StoredReview> known = store.lock(vendor.id(), quarter.toString());
        if (known.isPresent()) {
            return new Opened(bodies.shown(refreshed(vendor, quarter, asked.zone(), known.get())), false);
        }
        Map<String, Object> body = body(vendor, quarter, zone(asked.zone(), UTC), List.of());
        boolean created = store.insert(vendor.id(), quarter.toString(), body, clock.now());
        StoredReview review = store.find(vendor.id(), quarter.toString()).orElseThrow();
        if (created) {
            audit.record("review.open", Reviews.subject(review.id()), Map.of("vendor", slug, "period", asked.period()));
        }
        return new Opened(bodies.shown(review), created);
    }

    private StoredReview refreshed(Vendor vendor, Quarter quarter, @Nullable String zone, StoredReview known) {
        if (!known.refreshable()) {
            return known;
        }
        Body before = bodies.read(known);
        Map<String, Object> body = body(vendor, quarter, zone(zone, ZoneId.of(before.zone())), before.sections());
        StoredReview changed = known.changed(body, clock.now());
        boolean same = Canonical.json(body).equals(Canonical.json(known.body()));
        if (same || lost(before.sections(), bodies.read(changed).sections())) {
            return known;
        }
        store.update(changed);
        return changed;
    }

    /** Whether less of the same time can be counted now than then, because observations have been dropped since. */
    private boolean lost(List<Review.Section> then, List<Review.Section> now) {
        return figures.availability(then)
                .flatMap(before -> figures.availability(now)
                        .filter(after -> after.from().equals(before.from()))
                        .map(after -> after.knownMinutes() < before.knownMinutes()))
                .orElse(false);
    }

    private Map<String, Object> body(Vendor vendor, Quarter quarter, ZoneId zone, List<Review.Section> known) {
        ReviewPeriod period = ReviewPeriod.of(quarter, zone, clock.now());
        Material material = gathering.of(vendor, period, previous(vendor.id(), quarter), clock.now());
        return bodies.stored(chapters.body(material, known));
    }

    private @Nullable Review previous(UUID vendorId, Quarter quarter) {
        return store.find(vendorId, quarter.previous().toString())
                .map(bodies::shown)
                .orElse(null);
    }

    private static ZoneId zone(@Nullable String asked, ZoneId otherwise) {
        return asked == null ? otherwise : ZoneId.of(asked);
    }
}
