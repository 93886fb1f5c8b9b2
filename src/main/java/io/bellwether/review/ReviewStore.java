package io.bellwether.review;

import io.bellwether.platform.Ids;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reviews in the database. */
@Singleton
class ReviewStore {

    private static final String WHOLE =
            "SELECT r.*, v.slug, " + ReviewRows.SIGN_OFFS + " FROM review r JOIN vendor v ON v.id = r.vendor_id ";
    private static final String BY_ID = WHOLE + "WHERE r.id = :id";
    private static final String BY_PERIOD = WHOLE + "WHERE r.vendor_id = :vendor AND r.period = :period";

    private final Jdbi jdbi;
    private final Json json;
    private final ReviewRows rows;

    ReviewStore(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
        this.rows = new ReviewRows(json);
    }

    Optional<StoredReview> find(UUID id) {
        return one(BY_ID, Map.of("id", id));
    }

    Optional<StoredReview> find(UUID vendorId, String period) {
        return one(BY_PERIOD, Map.of("vendor", vendorId, "period", period));
    }

    /** Keeps others from changing it until the transaction ends. */
    Optional<StoredReview> lock(UUID id) {
        lock("SELECT 1 FROM review WHERE id = :id FOR UPDATE", Map.of("id", id));
        return find(id);
    }

    /** As {@link #lock(UUID)}. */
    Optional<StoredReview> lock(UUID vendorId, String period) {
        lock(
                "SELECT 1 FROM review WHERE vendor_id = :vendor AND period = :period FOR UPDATE",
                Map.of("vendor", vendorId, "period", period));
        return find(vendorId, period);
    }

    /** Newest period first. */
    List<ReviewSummary> page(UUID vendorId, @Nullable String after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT r.*, v.slug, (r.body ->> 'partial')::boolean AS partial,
                               jsonb_path_query_first(r.body, '$.sections[*] ? (@.key == "summary").data.grade') #>> '{}'
                                   AS grade,
                               %s
                        FROM review r JOIN vendor v ON v.id = r.vendor_id
                        WHERE r.vendor_id = :vendor AND (:after::text IS NULL OR r.period < :after)
                        ORDER BY r.period DESC LIMIT :limit""".formatted(ReviewRows.SIGN_OFFS))
                .bind("vendor", vendorId)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> rows.summary(row))
                .list());
    }

    /** A new draft; false when the vendor has a review of that period already. */
    boolean insert(UUID vendorId, String period, Map<String, Object> body, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO review (id, vendor_id, period, state, body, created_at, updated_at)
                        VALUES (:id, :vendor, :period, 'DRAFT', :body::jsonb, :now, :now)
                        ON CONFLICT (vendor_id, period) DO NOTHING""")
                        .bind("id", Ids.next())
                        .bind("vendor", vendorId)
                        .bind("period", period)
                        .bind("body", json.write(body))
                        .bind("now", now)
                        .execute()
                == 1);
    }

    void update(StoredReview review) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE review SET state = :state, body = :body::jsonb, hash = :hash, updated_at = :updated,
                               frozen_at = :frozen, version = :version
                        WHERE id = :id""")
                .bind("id", review.id())
                .bind("state", review.state().name())
                .bind("body", json.write(review.body()))
                .bind("hash", review.hash())
                .bind("updated", review.updatedAt())
                .bind("frozen", review.frozenAt())
                .bind("version", review.version())
                .execute());
    }

    void insert(UUID reviewId, Review.SignOff signOff) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO review_sign_off (id, review_id, lens, decision, comment, signed_by, at)
                        VALUES (:id, :review, :lens, :decision, :comment, :by, :at)""")
                .bind("id", Ids.next())
                .bind("review", reviewId)
                .bind("lens", signOff.lens().name())
                .bind("decision", signOff.decision().name())
                .bind("comment", signOff.comment())
                .bind("by", signOff.signedBy())
                .bind("at", signOff.at())
                .execute());
    }

    /** A statement of its own: what it waited for is visible only to the next one. */
    private void lock(String sql, Map<String, ?> values) {
        jdbi.useHandle(handle ->
                handle.createQuery(sql).bindMap(values).mapTo(int.class).findOne());
    }

    private Optional<StoredReview> one(String sql, Map<String, ?> values) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindMap(values)
                .map((row, context) -> rows.whole(row))
                .findOne());
    }
}
