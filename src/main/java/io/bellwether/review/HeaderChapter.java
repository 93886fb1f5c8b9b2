package io.bellwether.review;

import io.bellwether.core.Tier;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Vendor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom and what time the review is about, and who answers for it. */
final class HeaderChapter implements Chapter {

    static final String KEY = "header";

    private record Data(
            Subject vendor,
            Time period,
            Owners owners,
            Review.State state,
            @Nullable Previous previousReview) {}

    private record Subject(
            String slug, String name, Tier tier, @Nullable String website, String source) {}

    private record Time(
            String name,
            String zone,
            Instant from,
            Instant to,
            boolean partial,
            @Nullable Instant until) {}

    private record Previous(UUID id, String period, Review.State state, String source) {}

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Vendor and period";
    }

    @Override
    public Object data(Material material) {
        Vendor vendor = material.vendor();
        Subject subject = new Subject(
                vendor.slug(),
                vendor.name(),
                vendor.tier(),
                vendor.website(),
                material.links().vendor());
        return new Data(
                subject, time(material.period()), vendor.owners(), Review.State.DRAFT, previous(material.previous()));
    }

    private static Time time(ReviewPeriod period) {
        return new Time(
                period.quarter().toString(),
                period.zone().getId(),
                period.from(),
                period.to(),
                period.partial(),
                period.partial() ? period.until() : null);
    }

    private static @Nullable Previous previous(@Nullable Review review) {
        return review == null
                ? null
                : new Previous(review.id(), review.period(), review.state(), Links.review(review.id()));
    }
}
